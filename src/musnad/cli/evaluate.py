"""``musnad evaluate``: scores against a gold file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from musnad.errors import InputError

if TYPE_CHECKING:
    from musnad.evaluate import Coded, Document

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("gold", type=_FILE)
@click.option("--predicted", type=_FILE, help="Score this file of records instead of coding the gold's articles.")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="List so many errors.")
@click.option("--rules", type=click.IntRange(min=0), default=25, show_default=True, help="List so many rules.")
@click.option("--skip", type=click.IntRange(min=0), default=0, help="Leave the first N documents out.")
@click.option("--limit", type=click.IntRange(min=1), help="Take at most N documents.")
@click.option("--json", "as_json", is_flag=True, help="All figures as one JSON object.")
@click.option("--fit-calibration", "out", type=_FILE, help="Fit the confidence table to GOLD and write it here.")
def command(
    gold: Path,
    predicted: Path | None,
    errors: int,
    rules: int,
    skip: int,
    limit: int | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """Score the coder on GOLD, a file of articles with their records (docs/evaluation.md).

    Gives the scores, precision per event and rule, how confidence matches what is right, and the errors.
    """
    from musnad.evaluate import read_gold, read_predicted, score
    from musnad.evaluate.report import as_json as report_json
    from musnad.evaluate.report import as_text

    documents = read_gold(gold)[skip:][:limit]
    if not documents:
        raise InputError("gold-empty", f"{gold}: no documents after the first {skip}", "lower --skip")
    if out is not None:
        if predicted is not None:
            raise InputError("fit-predicted", "--fit-calibration needs the coder's own view", "leave --predicted out")
        _fit(documents, gold, out)
        return
    records = read_predicted(predicted) if predicted is not None else _code(documents)
    scores = score(documents, records)
    if as_json:
        click.echo(msgspec.json.encode(report_json(scores, errors)))
        return
    for line in as_text(scores, errors=errors, rules=rules):
        click.echo(line)


def _code(documents: list[Document]) -> list[Coded]:
    from musnad.coder import Coder
    from musnad.evaluate import reduced

    coder = Coder()
    return [record for document in documents for record in reduced(coder.code(document.article()))]


def _fit(documents: list[Document], gold: Path, out: Path) -> None:
    from musnad.coder import Coder
    from musnad.evaluate import reduced, score
    from musnad.evaluate.calibration import Recorder, crossed, fit, gap, reliability, to_yaml

    coder = Coder()
    recorder = Recorder()
    coder.sure = recorder
    records = [record for document in documents for record in reduced(coder.code(document.article()))]
    if not recorder.seen:
        raise InputError("fit-nothing", f"{gold}: the coder makes no record of it", "fit to gold with codable text")
    judged = [(r.article_id, recorder.seen[int(r.confidence or 0)], ok) for r, ok in score(documents, records).judged]
    table = fit([(seen, ok) for _, seen, ok in judged], gold=gold.name, coder=coder.name)
    try:
        out.write_text(to_yaml(table), encoding="utf-8")
    except OSError as error:
        raise InputError("output-write", f"{out}: {error.strerror or error}", "check the path") from error
    bins = reliability(crossed(judged))
    click.echo(f"{out}: fitted to {len(judged)} records of {len(documents)} documents", err=True)
    click.echo("on documents left out of the fit (5 folds):")
    click.echo("confidence    records  predicted right  observed right")
    for row in bins:
        click.echo(f"{row.low:.2f} - {row.high:.2f}  {row.records:8}  {row.confidence:15.3f}  {row.right:14.3f}")
    click.echo(f"expected calibration error {gap(bins):.3f}")
