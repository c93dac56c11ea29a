"""Makes the option parser speak Bahasa Indonesia: help page, usage line and the messages about wrong options.

Typer has no translation of these; this is the one place that knows its English. ``tests/test_cli.py`` notices when a new
version of Typer words something anew.
"""

import re

from typer import rich_utils
from typer._click import Context
from typer._click.core import Parameter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

_MESSAGES = (
    (r"Missing (?:argument|option|parameter) (.+?)\.(?: Choose from:.*)?", r"\1 belum diisi."),
    (r"Missing command\.", "Perintah belum disebut."),
    (r"No such option: (\S+)(?: \(Possible options: (.*)\))?", r"Opsi \1 tidak dikenal. \2"),
    (r"No such option: (\S+) Did you mean (.+)\?", r"Opsi \1 tidak dikenal. Maksudnya \2?"),
    (r"No such command (.+?)\.(?: Did you mean (.+)\?)?", r"Perintah \1 tidak dikenal. \2"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"Kelebihan isian: \1."),
    (r"Option (.+) requires an argument\.", r"Opsi \1 memerlukan nilai."),
    (r"Option (.+) does not take a value\.", r"Opsi \1 tidak memakai nilai."),
    (r"Invalid value for (.+?): (.+) is not a valid (?:int|integer)\.?", r"\1: \2 bukan bilangan bulat."),
    (r"Invalid value for (.+?): Input should be greater than or equal to (\S+)", r"\1 di luar batas: paling kecil \2."),
    (r"Invalid value for (.+?): Input should be less than or equal to (\S+)", r"\1 di luar batas: paling besar \2."),
    (r"Invalid value for (.+?): Input should be a valid integer.*", r"\1 bukan bilangan bulat."),
    (r"Invalid value for (.+?): (?:Value error, )?(.+) is not one of (.+)\.", r"\1: \2 tidak dikenal; pilih \3."),
    (
        r"Invalid value for (.+?): (.+) does not match the formats? .+",
        r"\1: \2 bukan tanggal; tulis seperti 2026-07-06 atau 06/07/2026.",
    ),
    (
        r"Invalid value for (.+?): (?:[Pp]ath|[Ff]ile|[Dd]irectory) (.+) is not (?:readable|writable)\.",
        r"\1: \2 tidak boleh dibaca atau ditulis. Periksa izinnya.",
    ),
    (r"Invalid value for (.+?): (.+)", r"\1: \2"),
)

_KINDS = {"int": "ANGKA", "str": "TEKS", "Path": "BERKAS", "bool": ""}


def translated(message: str) -> str:
    """A message of the parser in Bahasa Indonesia; as it is where its wording is not known."""
    for pattern, words in _MESSAGES:
        found = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if found:
            return found.expand(words).strip()
    return message


class Perintah(TyperCommand):
    """A command whose usage line and help option are in Bahasa Indonesia."""

    def get_usage(self, ctx: Context) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The help option."""
        return _with_help(super().get_help_option(ctx))

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Arguments and options, their kinds in words."""
        return _named(super().get_params(ctx))


class Kelompok(TyperGroup):
    """A group of commands, likewise."""

    def get_usage(self, ctx: Context) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The help option."""
        return _with_help(super().get_help_option(ctx))

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Its own options, their kinds in words."""
        return _named(super().get_params(ctx))


def _usage(text: str) -> str:
    return (
        text.replace("Usage: ", "Pemakaian: ", 1)
        .replace("[OPTIONS]", "[OPSI]")
        .replace("COMMAND [ARGS]...", "PERINTAH ...")
    )


def _named(params: list[Parameter]) -> list[Parameter]:
    """Say what each option takes; an argument is named by that already, and a switch takes nothing."""
    for param in params:
        if isinstance(param, TyperArgument):
            param.display_type_rich = lambda ctx: None  # type: ignore[method-assign]  # noqa: ARG005 as Typer calls it
        elif isinstance(param, TyperOption) and param.metavar is None:
            param.metavar = _KINDS.get(param.bare_type())
    return params


def _with_help(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Tampilkan bantuan ini."
    return option


def speak_indonesian() -> None:
    """Give the panels of the help page their titles; call before the first help page."""
    rich_utils.ARGUMENTS_PANEL_TITLE = "Isian"
    rich_utils.OPTIONS_PANEL_TITLE = "Opsi"
    rich_utils.COMMANDS_PANEL_TITLE = "Perintah"
    rich_utils.ERRORS_PANEL_TITLE = "Kesalahan"
    rich_utils.DEFAULT_STRING = "[bawaan: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[wajib]"
