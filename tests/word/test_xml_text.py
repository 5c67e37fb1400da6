"""Tests for text on its way into XML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportkit.word.xml_text import allowed, escape


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ('say "no"', "say &quot;no&quot;"),
        ("two\nlines\tand\ra tab", "two lines and a tab"),
        ("a\x00b\x1fc\ufffe\uffff", "a\ufffdb\ufffdc\ufffd\ufffd"),
        ("half a pair \ud83d", "half a pair \ufffd"),
        ("curly ‘quotes’, soft\u00adhyphen, no\u00a0break, 🏠", "curly ‘quotes’, soft\u00adhyphen, no\u00a0break, 🏠"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
    ],
)
def test_text_is_escaped_and_what_xml_forbids_shows_as_a_replacement(text, written):
    assert escape(text) == written


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=30))
def test_any_text_makes_well_formed_xml_and_comes_back_as_it_is_allowed(text):
    assert (etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>').text or "") == allowed(text)
