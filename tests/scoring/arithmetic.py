"""Works out the arithmetic of a step as a person would: Indonesian numbers, ``x``, ``%``, ``terkecil dari``, ``terbesar dari``."""

import ast
import operator
import re
from collections.abc import Callable

_SIGNS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_CHOICE = {"terkecil": min, "terbesar": max}


def worked_out(sum_: str) -> float:
    """The value of a calculation as printed."""
    text = sum_.replace(".", "").replace(";", "§").replace(",", ".").replace("§", ",")
    text = re.sub(r"(terkecil|terbesar) dari ", r"\1", text).replace(" x ", " * ").replace("%", " / 100")
    return _value(ast.parse(text, mode="eval").body)


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=sign, right=right):
            return _SIGNS[type(sign)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id=name), args=args):
            return float(_CHOICE[name](*map(_value, args)))
    raise ValueError(ast.dump(node))
