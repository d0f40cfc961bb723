"""The kinds of values that the inventory format knows, each with a message for when it is something else."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from expectations import urls
from expectations.yaml_reader import Plain

MAX_ID = 60
MAX_TEXT = 2000
ID_PATTERN = r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"
QUERY = "{query}"
# Names of report pages and of devices: `report/index.html` is the overview, and no system can hold a file `con.html`.
RESERVED = frozenset({"index", "con", "prn", "aux", "nul"} | {f"{x}{n}" for x in ("com", "lpt") for n in range(1, 10)})


def fault(message: str, **context: object) -> PydanticCustomError:
    """A fault in a value; `allowed` in the context lists what it may be."""
    return PydanticCustomError("inventory", "{message}", {"message": message, **context})


def _text(value: Any) -> Any:
    if isinstance(value, bool):
        word = str(value).lower()
        raise fault(
            f"a text is expected; {word} without quotes means yes or no, so write '{word}' if the word is meant"
        )
    if not isinstance(value, str):
        raise fault(f"a text is expected, not {shape(value)}")
    if not value.strip():
        raise fault("the text is empty; leave the key out if there is nothing to say")
    if len(value) > MAX_TEXT:
        raise fault(f"the text is longer than {MAX_TEXT:,} characters")
    return value.strip()


def _number(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Plain) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]+", value):
        raise fault(f"a whole number is expected; write {value} without quotes")
    raise fault(f"a whole number is expected, not {shown(value)}")


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise fault(f"a day is expected, written as 2026-11-23, not {shown(value)}")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise fault(f"{value} is a day that does not exist") from None


def _address(value: str) -> str:
    """The address as `urls.address` writes it; refused when a browser could not open it as it stands."""
    _refuse_odd_address(value)
    try:
        return urls.address(value)
    except urls.AddressError:
        raise fault(f"{value!r} is no address that a browser can open") from None


def _source(value: str) -> str:
    _address(value)
    return value


def _search(value: str) -> str:
    _address(value.replace(QUERY, "x"))
    if QUERY not in value:
        raise fault(f"the address of the search must hold {QUERY} where the words go")
    return value


def _refuse_odd_address(value: str) -> None:
    if re.match(r"[^/?#]*//[^/?#]*@", value):  # first of all, so that no password is shown by another message
        raise fault("the address holds a user name or password; leave out what stands before the @")
    if re.search(r"\s", value):
        raise fault(f"{value!r} holds a blank; an address has none (write %20)")
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+-]*):", value)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise fault(f"{value!r} is no web address; it must start with https:// or http://")
    if not re.match(r"https?://[^/?#]", value, re.IGNORECASE):
        guess = f" (https://{value.lstrip('/')} ?)" if re.match(r"/{0,2}[\w-]+(\.[\w-]+)+", value) else ""
        raise fault(f"{value!r} is not absolute; it must start with https:// or http://{guess}")


def _id(value: str) -> str:
    if len(value) > MAX_ID:
        raise fault(f"the id is longer than {MAX_ID} characters")
    if not re.fullmatch(ID_PATTERN, value):
        raise fault(f"{value!r} is no id; an id has lower case letters a-z, digits and hyphens between them")
    if value in RESERVED:
        raise fault(f"{value!r} cannot be an id, because a file of that name has another meaning")
    return value


def _code(value: str) -> str:
    if not re.fullmatch(ID_PATTERN, value):
        raise fault(f"{value!r} is no finding code; codes look like route-missing")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value):
        raise fault(f"{value!r} is no e-mail address; leave the key out if the address is not known")
    return value


def _phone(value: str) -> str:
    if len(re.findall(r"\d", value)) < 3:
        raise fault(f"{value!r} is no phone number; leave the key out if the number is not known")
    return value


def _list(value: Any) -> Any:
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise fault(f"a list is expected; write [{value}]" if isinstance(value, str) else "a list is expected")
    return value


def _localised(value: Any) -> Any:
    if isinstance(value, str):
        raise fault(f"a mapping per language is expected; write {{nl: {_quoted(value)}}}")
    return value


def _choice(choices: type[StrEnum]) -> Callable[[Any], Any]:
    allowed = tuple(x.value for x in choices)

    def choose(value: Any) -> Any:
        if isinstance(value, str) and value in allowed:
            return value
        raise fault(f"{shown(value)} is not one of the allowed values", allowed=allowed, value=str(value))

    return choose


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _quoted(value: str) -> str:
    return f"'{value}'" if re.search(r"[:#,\[\]{}]\s|[:#]$|^[\s'\"&*!|>%@`]", value) else value


def shape(value: Any) -> str:
    """What a value is, in words."""
    names = {dict: "a mapping", list: "a list", bool: "yes or no", type(None): "nothing"}
    return names.get(type(value), "a text")


def shown(value: Any) -> str:
    """A value as it may stand in a message."""
    return repr(str(value)[:80]) if isinstance(value, str) else shape(value)


def one_of(choices: type[StrEnum]) -> BeforeValidator:
    """A value of a closed set, or a fault that lists the set."""
    return BeforeValidator(_choice(choices))


Text = Annotated[str, BeforeValidator(_text)]
Number = Annotated[int, BeforeValidator(_number), Field(ge=1, le=100_000)]
Day = Annotated[date, BeforeValidator(_day)]
Address = Annotated[Text, AfterValidator(_address), Field(json_schema_extra={"format": "uri"})]
Source = Annotated[Text, AfterValidator(_source), Field(json_schema_extra={"format": "uri"})]
Search = Annotated[Text, AfterValidator(_search)]
Id = Annotated[Text, AfterValidator(_id), Field(json_schema_extra={"pattern": ID_PATTERN, "maxLength": MAX_ID})]
Code = Annotated[Text, AfterValidator(_code), Field(json_schema_extra={"pattern": ID_PATTERN})]
Email = Annotated[Text, AfterValidator(_email)]
Phone = Annotated[Text, AfterValidator(_phone)]
AsList = BeforeValidator(_list)
PerLanguage = BeforeValidator(_localised)
Unique = AfterValidator(_unique)
