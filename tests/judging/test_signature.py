"""Who judges, and when."""

from __future__ import annotations

import re

import pytest

from kg.errors import SetupError
from kg.judging.signature import Signature, is_date, signature, user


@pytest.mark.parametrize("when", ["2023", "2023-11", "2023-11-14", "2023-11-14T09:30:00Z"])
def test_a_date_may_be_as_precise_as_known(when: str) -> None:
    assert signature("Ada", when, "so it is") == Signature("Ada", when, "so it is")


@pytest.mark.parametrize("when", ["14 November", "2023-13", "2023-02-30", "2023-11-14T25:00:00Z", "2023-11-14 09:30"])
def test_what_is_no_date_is_told(when: str) -> None:
    assert not is_date(when)
    with pytest.raises(SetupError, match="write it as 2023"):
        signature("Ada", when)


def test_by_default_it_is_now_to_the_second() -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", signature("Ada").when)


def test_who_is_whom_the_environment_names_then_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "user.name"), ("GIT_CONFIG_VALUE_0", "Bo")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("KG_WHO", raising=False)
    assert user() == "Bo"
    monkeypatch.setenv("KG_WHO", "Ada")
    assert signature().who == "Ada"


def test_without_git_who_is_whoever_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("KG_WHO", raising=False)
    monkeypatch.setenv("LOGNAME", "ada")
    assert user() == "ada"
