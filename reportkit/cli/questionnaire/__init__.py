"""`reportkit questionnaire`: the self-assessment in Word, and its answers to import."""
