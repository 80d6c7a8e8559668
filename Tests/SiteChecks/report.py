"""Collects what was checked and prints what is wrong."""

SHOWN = 12


class Report:
    """Checks that passed, and violations of those that failed."""

    def __init__(self):
        self.passed, self.failed = {}, {}
        self.violations, self.notes = {}, []

    def add(self, check, page, problems):
        """Takes the outcome of one check of one page: a list of (what, where), empty when all is well."""
        problems = list(problems)
        counted = self.failed if problems else self.passed
        counted[check] = counted.get(check, 0) + 1
        if problems:
            self.violations.setdefault(check, []).extend((page, what, where) for what, where in problems)

    def names(self):
        return sorted({*self.passed, *self.failed})

    def lines(self):
        """What is to be known, the violations by check, and how many times each check passed and failed."""
        yield from self.notes
        for check, found in sorted(self.violations.items()):
            yield f"{check}: {len(found)} violations"
            for page, what, where in found[:SHOWN]:
                yield f"  {page}: {what}" + (f" [{where}]" if where else "")
            if len(found) > SHOWN:
                yield f"  … and {len(found) - SHOWN} more"
        for check in self.names():
            yield f"{check}: {self.passed.get(check, 0)} passed, {self.failed.get(check, 0)} failed"
        yield f"{sum(self.passed.values())} passed, {sum(self.failed.values())} failed"

    @property
    def is_clean(self):
        return not self.violations
