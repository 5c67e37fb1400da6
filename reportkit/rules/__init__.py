"""What an inspection is held to: pure functions from an inspection to problems and facts.

`check` runs every rule once over an index of the inspection, `stops` says what stops an act, `facts`
fills in what is only computed, and `explain` tells of any row why it is there and what to do.

A chapter's module or folder has the name of the file with its rows in reportkit/guidance/rule_rows.
To add a rule, write a function from `Index` to remarks there, under `@rule` with the id of its row in
the guidance's list; its docstring says why. Add it to the module's tuple, and to the
chapter's table of cases in the tests one inspection that breaks it and one that keeps it.
"""
