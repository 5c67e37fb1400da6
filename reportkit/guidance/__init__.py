"""What the guidance of March 2003 says, as data in our own words with its paragraph numbers.

A paragraph is written as the guidance numbers it: "39", "54-56", "fn p9" (a footnote), "T6" (a
table), "A1 2.2", "A2 KQ2" or "A3" (an appendix). The modules that every draft needs (areas, key
questions, topics, thresholds) hold little and import fast; the question bank, the glossary and the
rule list are imported where they are asked for.
"""
