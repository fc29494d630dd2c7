"""The command ``completion``: what a shell reads to complete commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from mineralclaims.cli.examples import examples

_VARIABLE = "_MINERALCLAIMS_COMPLETE"


@click.command(
    epilog=examples(
        'eval "$(mineralclaims completion bash)"',
        'eval "$(mineralclaims completion zsh)"',
        "mineralclaims completion fish > ~/.config/fish/completions/mineralclaims.fish",
    )
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete the commands and options."""
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(found(context.find_root().command, {}, "mineralclaims", _VARIABLE).source())
