"""The command line: thin. Each command lives in its own module of this package and is imported only when called."""

from __future__ import annotations

import importlib
import sys

import click

from musnad.errors import MusnadError

# command name -> module that defines `command` (a click.Command or click.Group)
COMMANDS = {
    "code": "musnad.cli.code",
    "explain": "musnad.cli.explain",
    "evaluate": "musnad.cli.evaluate",
    "lexicon": "musnad.cli.lexicon",
    "who": "musnad.cli.who",
    "when": "musnad.cli.when",
    "where": "musnad.cli.where",
    "actors": "musnad.cli.actors",
    "watch": "musnad.cli.watch",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="musnad")
def cli() -> None:
    """Musnad: who did what to whom, when, where, and on whose word, in Arabic news."""


def main() -> None:
    """Entry point: errors the user can act on are one line on standard error and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogatepass" if stream is sys.stdout else "backslashreplace")
    try:
        cli()
    except MusnadError as error:
        click.echo(f"musnad: {error}", err=True)
        sys.exit(2)
