# ruff: noqa: ARG001, E501 -- one signature for all ways of writing
"""Contact facts and the many ways in which web editors write them."""

import html
import random

import phonenumbers


def email(box: str, domain: str) -> str:
    return f"{box}@{domain}"


def phone(rng: random.Random) -> str:
    """A valid Dutch number in E.164."""
    while True:
        area = rng.choice(["70", "70", "88", "800", "30"])
        if area == "800":
            number = "+31800" + "".join(rng.choice("123456789") for _ in range(rng.choice([4, 7])))
        else:
            number = f"+31{area}" + str(rng.randint(2, 7)) + "".join(rng.choice("0123456789") for _ in range(6))
        if phonenumbers.is_valid_number(phonenumbers.parse(number, None)):
            return number


def post(rng: random.Random, kind: str = "") -> str:
    letters = "ABCDEGHJKLMNPRTVWXZ"
    place, code = rng.choice([("Den Haag", 25), ("Utrecht", 35), ("Zwolle", 80)])
    kind = kind or rng.choice(["Postbus", "Postbus", "Postbus", "Antwoordnummer"])
    return f"{kind} {rng.randint(1001, 97999)}, {code}{rng.randint(0, 99):02d} {rng.choice(letters)}{rng.choice(letters)} {place}"


def show_email(rng: random.Random, value: str, lang: str) -> str:
    box, _, domain = value.partition("@")
    words = {"nl": "Stuur een e-mail", "en": "Send an email"}[lang]
    return rng.choice(
        [
            f'<a href="mailto:{value}">{value}</a>',
            f'<a href="mailto:{value}">{value}</a>',
            f'<a href="mailto:{value}?subject=Klacht">{value}</a>',
            f'<a href="mailto:{value}">{words}</a>',
            value,
            f"{box} [at] {domain}",
            f"{box}(at){domain}",
            "".join(f"&#{ord(c)};" for c in value),
            f'<a class="mail" href="MAILTO:{value}"><strong>{value.capitalize()}</strong></a>',
            f"<span>{value}</span>",
        ]
    )


def show_phone(rng: random.Random, value: str, lang: str) -> str:
    parsed = phonenumbers.parse(value, None)
    national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    abroad = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if value.startswith("+31800"):
        rest = value[6:]
        spellings = [f"0800-{rest}", f"0800 - {rest}", f"0800 {rest[:4]} {rest[4:]}".strip(), f"0800 – {rest}"]
        return rng.choice([*spellings, f'<a href="tel:0800{rest}">0800-{rest}</a>'])
    digits = "0" + value[3:]
    cut = 3
    return rng.choice(
        [
            national,
            f"({digits[:cut]}) {digits[cut:6]} {digits[6:8]} {digits[8:]}",
            f"{digits[:cut]}-{digits[cut:]}",
            f"{digits[:cut]} - {digits[cut:6]} {digits[6:]}",
            f'<a href="tel:{value}">{national}</a>',
            f'<a href="tel:{digits}">{abroad}</a>',
            f"{abroad}",
            f"+31 (0){digits[1:cut]} {digits[cut:6]} {digits[6:8]} {digits[8:]}",
        ]
    )


def show_post(rng: random.Random, value: str, lang: str, name: str) -> str:
    box, _, rest = value.partition(", ")
    code, place = rest[:7], rest[8:]
    if lang == "en":
        box = box.replace("Postbus", rng.choice(["PO Box", "P.O. Box", "Postbus"]))
        place = place.replace("Den Haag", rng.choice(["The Hague", "Den Haag"]))
    code = rng.choice([code, code, code.replace(" ", "")])
    name = html.escape(name)
    return rng.choice(
        [
            f"{name}<br>{box}<br>{code} {place}",
            f"{name}, {box}, {code} {place}",
            f"{box}<br/>{code}  {place.upper()}",
            f"<address>{name}<br>{box}<br>{code} {place}</address>",
            f"{box}, {code} {place}",
        ]
    )
