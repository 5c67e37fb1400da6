"""Reading .docx files: words, answers, numbered paragraphs, and what may not be published."""
