"""What a terminal shows of a long piece of work."""

import logging

from kg.cli.progress import Shown
from kg.model import Document

LOG = logging.getLogger("kg.somewhere")


def shown_by(shown: Shown) -> tuple[object, ...]:
    (task,) = shown.progress.tasks
    return task.description, task.completed, task.total, task.fields["note"].partition(",")[0]


def test_each_step_is_shown_with_how_much_of_it_is_done(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Rebels left.")
    with Shown([str(file)]) as shown:
        assert shown_by(shown) == ("starting", 0, 12, "")
        shown.advance(Document("a", "Rebels left."))
        assert shown_by(shown) == ("reading a", 0, 12, "1 articles")
        LOG.info("taking in %s", "documents", extra={"done": 250})
        assert shown_by(shown) == ("taking in documents", 250, None, "250")
        for done in (0, 250):
            LOG.info("fusing", extra={"done": done, "of": 1000})
        assert shown_by(shown) == ("fusing", 250, 1000, "250 of 1000")
        LOG.info("checking")
        assert shown_by(shown) == ("checking", 0, None, "")


def test_the_time_that_a_step_still_takes_is_told():
    with Shown([]) as shown:
        for done in (0, 100, 200):
            LOG.info("fusing", extra={"done": done, "of": 1000})
        (task,) = shown.progress.tasks
        assert task.time_remaining is not None
