"""The `questionnaire` command: made in Word, and its answers brought in."""
