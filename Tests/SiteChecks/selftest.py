"""Shows that the checks can fail: a folder that is wrong on purpose must fail as it is written there."""

from pathlib import Path

import check

BAD = Path(__file__).resolve().parent / "bad"


def expected(text):
    """The pairs of check and part of a message in the list."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(line.split(": ", 1)) for line in lines]


def lacking(pairs, violations):
    """The pairs that no violation fits."""
    return [
        (name, part)
        for name, part in pairs
        if not any(part in f"{what} [{where}]" for _, what, where in violations.get(name, ()))
    ]


def silent(names, violations):
    """The checks that ran in the browser and found nothing wrong with the bad pages."""
    return sorted(name for name in names if name not in violations)


def run():
    pairs = expected((BAD / "expected.txt").read_text("utf-8"))
    found = check.checked(BAD, is_partial=True)
    only_text = check.checked(BAD, is_partial=True, with_browser=False)
    for name, part in (faults := lacking(pairs, found.violations)):
        print(f"self-test: '{name}' did not say '{part}' of the bad page")
    for name in (quiet := silent(set(found.names()) - set(only_text.names()), found.violations)):
        print(f"self-test: '{name}' found nothing wrong with the bad page; give it something to find")
    good = len(pairs) - len(faults)
    print(f"self-test: {good} passed, {len(faults) + len(quiet)} failed")
    return 1 if faults or quiet else 0
