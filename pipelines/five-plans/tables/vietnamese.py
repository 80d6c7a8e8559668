"""Numbers as Vietnamese readers write them."""


def count(value):
    """15890 -> 15.890"""
    return f"{int(value):,}".replace(",", ".")


def percent(rate):
    """11.23 -> 11,23 %"""
    return rate.replace(".", ",") + " %"
