"""The indicators that the guidance names, and how their codes are written."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.guidance.indicators import INDICATORS, NATIONAL_MEANS, indicator_of, normal_code
from tests.every_case import every_case


def codes(standing: str) -> list[str]:
    return [i.code for i in INDICATORS.values() if i.standing == standing]


def test_eight_national_indicators_are_current_two_of_them_also_by_ethnicity():
    whole = [code for code in codes("current") if not code.endswith("BME")]
    assert whole == [f"BVPI {n}" for n in ("63", "66a", "74", "75", "164", "184a", "184b", "185")]
    assert [code for code in codes("current") if code.endswith("BME")] == [
        "BVPI 74 BME",
        "BVPI 74 non-BME",
        "BVPI 75 BME",
        "BVPI 75 non-BME",
    ]


def test_four_old_indicators_are_kept_by_the_club_or_shown_in_table_6():
    assert codes("old") == ["BVPI 68", "BVPI 69", "BVPI 72", "BVPI 73"]


def test_local_indicators_have_codes_of_the_library():
    assert codes("local") == ["LIB 052", "LIB 076", "LIB 077", "LIB 079a", "LIB 079b"]


@every_case(
    ("code", "unit", "direction"),
    [
        ("BVPI 63", "rating", "higher"),
        ("BVPI 66a", "per cent", "higher"),
        ("BVPI 68", "days", "lower"),
        ("BVPI 69", "per cent", "lower"),
        ("BVPI 72", "per cent", "higher"),
        ("BVPI 73", "days", "lower"),
        ("BVPI 74", "per cent", "higher"),
        ("BVPI 164", "yes or no", "neither"),
        ("BVPI 184a", "per cent", "lower"),
        ("BVPI 184b", "per cent", "neither"),
        ("BVPI 185", "per cent", "higher"),
        ("LIB 052", "number", "lower"),
        ("LIB 076", "pounds", "neither"),
    ],
)
def test_an_indicator_has_its_unit_and_the_direction_that_is_better(code, unit, direction):
    assert (INDICATORS[code].unit, INDICATORS[code].direction) == (unit, direction)


def test_the_national_means_of_satisfaction_are_77_and_60_per_cent_in_2000_01():
    assert [(m.code, m.value, m.year) for m in NATIONAL_MEANS.values()] == [
        ("BVPI 74", Decimal(77), "2000/01"),
        ("BVPI 75", Decimal(60), "2000/01"),
    ]


@every_case(
    ("written", "normal"),
    [
        ("bvpi 66A", "BVPI 66a"),
        ("BVPI66a", "BVPI 66a"),
        ("BV 66 (a)", "BVPI 66a"),
        ("bvpi-184b", "BVPI 184b"),
        (" BVPI  73 ", "BVPI 73"),
        ("BVPI 74 bme", "BVPI 74 BME"),
        ("BVPI 75 (non-BME)", "BVPI 75 non-BME"),
        ("BVPI 75 nonBME", "BVPI 75 non-BME"),
        ("lib52", "LIB 052"),
        ("LIB079 (a)", "LIB 079a"),
    ],
)
def test_a_code_is_known_however_it_is_written(written, normal):
    assert normal_code(written) == normal
    found = indicator_of(written)
    assert found is not None
    assert found.code == normal


@every_case("own", ["Homes re-let locally", "PI 66", "BVPI", "BVPI 12345", "KPI 7", ""])
def test_a_code_of_another_form_stays_the_organisations_own(own):
    assert normal_code(own) == own
    assert indicator_of(own) is None


@settings(max_examples=80)
@given(
    st.text(max_size=30) | st.from_regex(r"(bv|BVPI|lib)[ \-]{0,2}[0-9]{1,4}[ ]?[(]?[a-zA-Z]{0,4}[)]?", fullmatch=True)
)
def test_a_normal_code_is_normal_already(code):
    assert normal_code(normal_code(code)) == normal_code(code)


@given(st.sampled_from(sorted(INDICATORS)))
def test_every_code_in_the_list_is_written_normally(code):
    assert normal_code(code) == code
    assert indicator_of(code.lower()) is INDICATORS[code]
