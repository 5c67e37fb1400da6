"""What findings and evidence can say they cover."""

import re

import pytest

from reportkit.guidance import topic_lists
from reportkit.guidance.topics import TOPICS


@pytest.mark.parametrize(
    ("topic_list", "prefix", "size"),
    [
        (topic_lists.STATUS, "status-", 9),
        (topic_lists.BEYOND_STATUS, "beyond-status-", 6),
        (topic_lists.STANDARDS, "standard-", 13),
        (topic_lists.PRIORITIES, "priority-", 12),
        (topic_lists.GROUPS, "group-", 5),
        (topic_lists.EXCELLENT, "excellent-", 11),
        (topic_lists.LOCAL, "local-", 5),
        (topic_lists.QUALITY, "quality-", 3),
        (topic_lists.EFFECTIVE, "effective-", 3),
        (topic_lists.BENCHMARKING, "club-", 3),
        (topic_lists.ALMO_TOPICS, "almo-topic-", 15),
        (topic_lists.CONDITIONS, "condition-", 3),
        (topic_lists.FOUNDING, "founding-", 5),
        (topic_lists.SELF_ASSESSMENTS, "self-assessment-", 3),
    ],
)
def test_each_list_has_as_many_topics_as_the_guidance_names(topic_list, prefix, size):
    assert len(topic_list) == size
    assert all(topic.id.startswith(prefix) for topic in topic_list)


def test_no_topic_is_lost_to_another_of_the_same_id():
    assert len(TOPICS) == 9 + 6 + 13 + 12 + 5 + 11 + 5 + 3 + 3 + 3 + 15 + 3 + 5 + 3 + 3 + len(topic_lists.OTHERS)


def test_topics_of_no_list_are_known_by_name():
    names = """regeneration compact options-appraisal almo-decision gas-servicing tmo-tenants previous-recommendations
    four-cs smart-plans race-equality-scheme almo-distinct governance-resource-pack change-management training
    recruitment strategy-resources targets-in-plans escalation"""
    assert [topic.id for topic in topic_lists.OTHERS] == names.split()


def test_topic_ids_are_well_formed():
    assert [name for name in TOPICS if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", name)] == []


def test_the_fifteen_listed_topics_are_four_strategies_seven_agreements_and_four_risks():
    heads = [topic.title.partition(":")[0] for topic in topic_lists.ALMO_TOPICS]
    assert heads == ["Strategies renewed"] * 4 + ["Agreed"] * 7 + ["Risks"] * 4
