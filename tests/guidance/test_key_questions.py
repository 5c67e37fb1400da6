"""The six key questions and the headings under them."""

from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS


def test_there_are_three_key_questions_behind_each_judgement():
    by_judgement = [(q.id, q.judgement) for q in KEY_QUESTIONS.values()]
    assert by_judgement[:3] == [("1", "service"), ("2", "service"), ("3", "service")]
    assert by_judgement[3:] == [("P1", "prospects"), ("P2", "prospects"), ("P3", "prospects")]


def test_there_are_two_sub_questions_under_each_key_question_of_the_service():
    assert [(q.id, q.key_question) for q in SUB_QUESTIONS.values()] == [
        ("1.1", "1"),
        ("1.2", "1"),
        ("2.1", "2"),
        ("2.2", "2"),
        ("3.1", "3"),
        ("3.2", "3"),
    ]


def test_governance_has_five_parts_under_key_question_three_of_the_prospects():
    assert list(GOVERNANCE) == ["G1", "G2", "G3", "G4", "G5"]
    assert {part.key_question for part in GOVERNANCE.values()} == {"P3"}
