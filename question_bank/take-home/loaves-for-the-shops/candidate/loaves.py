"""What the shops sold -> what they will sell in the next seven days. The rules stand in README.md."""


def forecast(sales: str, plan: str, day: str) -> dict[str, list[float]]:
    """Name of a pair, a shop, a product or `all` -> seven numbers, for `day` and the six days after it."""
    raise NotImplementedError("forecast")


def backtest(sales: str, plan: str, days: list[str]) -> dict[str, dict[str, float]]:
    """`pair`, `shop`, `product` and `all` -> `error` of the forecasts made for `days`, and `naive`, that of the week before."""
    raise NotImplementedError("backtest")
