"""Notes (komentar) on cells of an existing package, beside the notes people wrote themselves.

A note is a comment and a drawn box (VML, as Excel wants it). Notes of kinerja_xl are known by their author and are taken away
before new ones come; a cell with somebody's own note keeps it and gets none.
"""

import posixpath
from collections.abc import Mapping, MutableMapping

from lxml import etree

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.sheet_xml import parsed, put_in_order, tag, written
from kinerja_xl.forms.workbook_parts import NS, OFFICE
from kinerja_xl.package import xml_safe

AUTHOR = "kinerja_xl"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_V, _O, _X = (f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:excel"))
_EMPTY_COMMENTS = f'<comments xmlns="{NS}"><authors/><commentList/></comments>'.encode()
_EMPTY_DRAWING = (
    f'<xml xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
).encode()
_SHAPE = (
    f'<v:shape xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}" id="_x0000_k{{number}}" type="#_x0000_t202" '
    'style="position:absolute;width:{width}pt;height:{height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>'
    "<x:SizeWithCells/><x:Anchor>{column}, 15, {row}, 2, {right}, 31, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_WIDTH, _LINE, _LINE_CHARACTERS, _COLUMNS_WIDE = 260, 13, 46, 3
"""Size of a note: points wide, points a line, characters a line, columns it covers."""


def with_notes(parts: MutableMapping[str, bytes], sheet_part: str, notes: Mapping[str, str]) -> None:
    """Put ``notes`` (cell -> text) on the sheet in ``parts``, in place of earlier ones of kinerja_xl.

    Raises etree.XMLSyntaxError, with nothing changed, where the sheet's present notes cannot be read.
    """
    comments_part, drawing_part = _part(parts, sheet_part, "comments"), _part(parts, sheet_part, "vmlDrawing")
    if not notes and not comments_part:
        return
    comments = parsed(parts[comments_part] if comments_part else _EMPTY_COMMENTS)
    drawing = parsed(parts[drawing_part] if drawing_part else _EMPTY_DRAWING)
    _take_away(comments, drawing)
    taken = {comment.get("ref") for comment in comments.iter(tag("comment"))}
    for number, (cell, text) in enumerate(notes.items(), start=1):
        if cell not in taken:
            _add(comments, drawing, number, cell, xml_safe(text))
    _sort(comments)
    parts[comments_part or _new_part(parts, sheet_part, "comments")] = written(comments)
    parts[drawing_part or _new_part(parts, sheet_part, "vmlDrawing")] = bytes(etree.tostring(drawing))


def _take_away(comments: etree._Element, drawing: etree._Element) -> None:
    authors = [author.text or "" for author in comments.iter(tag("author"))]
    own = [c for c in comments.iter(tag("comment")) if authors[int(c.get("authorId", "0"))] == AUTHOR]
    places = {place(c.get("ref", "")) for c in own}
    for comment in own:
        _remove(comment)
    for shape in [s for s in drawing.iter(f"{{{_V}}}shape") if _place_of(s) in places]:
        _remove(shape)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _place_of(shape: etree._Element) -> tuple[int, int]:
    """Row and column of the cell a drawn note belongs to; (0, 0) where it is another drawing."""
    row, column = shape.findtext(f".//{{{_X}}}Row"), shape.findtext(f".//{{{_X}}}Column")
    return (int(row) + 1, int(column) + 1) if row and column else (0, 0)


def _add(comments: etree._Element, drawing: etree._Element, number: int, cell: str, text: str) -> None:
    comment = etree.SubElement(_child(comments, "commentList"), tag("comment"), ref=cell, authorId=_author(comments))
    found = etree.SubElement(etree.SubElement(comment, tag("text")), tag("t"))
    found.text = text
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    lines = sum(1 + len(line) // _LINE_CHARACTERS for line in text.splitlines())
    row, column = (n - 1 for n in place(cell))
    shape = _SHAPE.format(
        number=number,
        width=_WIDTH,
        height=_LINE * (lines + 1),
        row=row,
        column=column,
        right=column + _COLUMNS_WIDE,
        bottom=row + max(lines // 2, 2),
    )
    drawing.append(etree.fromstring(shape))


def _child(root: etree._Element, name: str) -> etree._Element:
    found = root.find(tag(name))
    return etree.SubElement(root, tag(name)) if found is None else found


def _author(comments: etree._Element) -> str:
    """Number of kinerja_xl among the authors; it is added where it is not there."""
    authors = _child(comments, "authors")
    names = [author.text or "" for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag("author")).text = AUTHOR
        return str(len(names))
    return str(names.index(AUTHOR))


def _sort(comments: etree._Element) -> None:
    """Excel keeps the comments by row and column."""
    found = _child(comments, "commentList")
    found[:] = sorted(found, key=lambda comment: place(comment.get("ref", "")))


def _rels_name(sheet_part: str) -> str:
    folder, name = posixpath.split(sheet_part)
    return f"{folder}/_rels/{name}.rels"


def _part(parts: Mapping[str, bytes], sheet_part: str, kind: str) -> str:
    """The part of that kind to which the sheet leads; empty where there is none."""
    rels = parts.get(_rels_name(sheet_part))
    targets = (r.get("Target", "") for r in parsed(rels) if r.get("Type") == _type(kind)) if rels else iter(())
    target = next(targets, "")
    found = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(sheet_part), target)
    return posixpath.normpath(found) if target else ""


def _type(kind: str) -> str:
    return f"{OFFICE}/relationships/{kind}"


def _new_part(parts: MutableMapping[str, bytes], sheet_part: str, kind: str) -> str:
    """Name of a new part for the sheet's notes, entered where Office looks for it."""
    pattern = "xl/kinerja_comments{}.xml" if kind == "comments" else "xl/drawings/kinerja_vmlDrawing{}.vml"
    name = next(n for n in (pattern.format(i) for i in range(1, len(parts) + 2)) if n not in parts)
    identity = _related(parts, sheet_part, kind, name)
    if kind == "comments":
        _typed(parts, etree.Element(f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=_COMMENTS_TYPE))
    else:
        _typed(parts, etree.Element(f"{{{_TYPES}}}Default", Extension="vml", ContentType=_VML_TYPE))
        sheet = parsed(parts[sheet_part])
        put_in_order(sheet, etree.Element(tag("legacyDrawing"), {f"{{{OFFICE}/relationships}}id": identity}))
        parts[sheet_part] = written(sheet)
    return name


def _related(parts: MutableMapping[str, bytes], sheet_part: str, kind: str, name: str) -> str:
    rels_name = _rels_name(sheet_part)
    rels = parsed(parts.get(rels_name, f'<Relationships xmlns="{_RELS}"/>'.encode()))
    used = {r.get("Id") for r in rels}
    identity = next(i for i in (f"rIdKinerja{n}" for n in range(1, len(used) + 2)) if i not in used)
    etree.SubElement(rels, f"{{{_RELS}}}Relationship", Id=identity, Type=_type(kind), Target=f"/{name}")
    parts[rels_name] = written(rels)
    return identity


def _typed(parts: MutableMapping[str, bytes], entry: etree._Element) -> None:
    """Enter a content type, once."""
    types = parsed(parts["[Content_Types].xml"])
    known = {(e.get("PartName"), e.get("Extension")) for e in types}
    if (entry.get("PartName"), entry.get("Extension")) not in known:
        types.insert(len(types) if entry.get("PartName") else 0, entry)
    parts["[Content_Types].xml"] = written(types)
