"""A new inspection's casework.yaml: everything in it is a note to take up."""

from __future__ import annotations

EMPTY_CASEWORK = """\
# Casework: whom to write to, what is planned, and the money. None of it is signed off; it may change any day.
# A line that begins with # is a note or an example; take the # away to use an example.

# Whom the score letters go to [117]. An ALMO that manages only some of the homes has its own inspection, and its own
# addressees here [106]. An indicative inspection goes to the authority, and to the shadow ALMO where there is one.
# addressees:
#   authority:
#     name: Ms Ann Price
#     office: Chief Executive
#     address: [Town Hall, 1 High Street, Harrowmere, HM1 1AA]
#     email: chief.executive@harrowmere.example
#   almo:
#     name: Mr Tom Reeve
#     office: Chief Executive
#     address: [2 Mill Lane, Harrowmere, HM1 2BB]
#     email: tom.reeve@harrowmere-homes.example
#   odpm:
#     name: Ms Jane Hall
#     office: Head of the ALMO programme
#     organisation: Office of the Deputy Prime Minister
#     address: [Eland House, Bressenden Place, London, SW1E 5DU]
#     email: almo.programme@odpm.example

# signatory:
#   name: Ada Okafor
#   office: Lead Housing Inspector

# Whom the letters name for questions.
# contact:
#   name: Jo Lee
#   telephone: 020 7946 0000
#   email: jo.lee@inspectorate.example

# The press release. An embargo only where one is wanted: the guidance knows none.
# press:
#   number: "12/2004"
#   contact:
#     name: Press office
#     telephone: 020 7946 0001
#   embargo:
#     day: 2004-09-16
#     weekday: Thursday
#     time: "00.01"
#   quotation:
#     text: What a person said for the release, in their own words.
#     by: Ada Okafor
#     office: Lead Housing Inspector

# The ODPM’s conditional allocation, in pounds [17]. Leave it out where none is on file.
# allocation:
#   amount: 12500000
#   years: [2003/04, 2004/05]
#   source: ODPM letter of 12 March 2003

# The fee, in pounds, with its basis [101, 120]. For an indicative inspection add the envelope and who agreed.
# fee:
#   amount: 32000
#   basis: 21,450 homes, no earlier inspection
#   envelope: outside    # or inside
#   agreed-with: the Relationship Manager’s name
#   agreed: 2004-01-20

# When the inspection’s time was agreed, by the Lead Housing Inspector with both bodies [96].
# timing-agreed:
#   date: 2003-12-10
#   by: Ada Okafor
#   authority: who agreed for the council
#   almo: who agreed for the ALMO

# Days that are meant; what happened stands in inspection.yaml.
# planned:
#   on-site-from: 2004-05-10
#   on-site-to: 2004-05-21
#   presentation: 2004-05-28
#   draft: 2004-06-25
#   letters: 2004-07-23
#   publication: 2004-08-20
#   re-inspection: 2005-03-01

# What was asked for ahead of the inspection [94], and the day it came.
# documents:
#   - title: Minutes of the ALMO’s board
#     requested: 2004-03-01
#     came: 2004-03-22

# What this inspection was released from.
# exemptions:
#   - what: A Best Value review of estate management
#     why: The ODPM agreed in writing that the review of 2002 will do.
#     by: Jane Hall, ODPM
#     date: 2004-02-02

# Authorities that were advised to buy in help. Their names stay out of public papers, and a check holds to that.
# advised: [Elmbridge Borough Council]
"""
