from __future__ import annotations

from reportkit.inspection.finding import Finding, Weight


def finding(name: str, weight: Weight = "medium", order: int | None = None) -> Finding:
    return Finding(id=name, title=name, kind="strength", weight=weight, order=order)


def test_findings_stand_by_order_then_the_heavier_first_then_by_id() -> None:
    in_order = [
        finding("z", "low", order=1),
        finding("y", order=2),
        finding("d", "high"),
        finding("b"),
        finding("c"),
        finding("a", "low"),
    ]
    assert sorted(in_order, key=lambda each: each.place_in_section) == in_order
