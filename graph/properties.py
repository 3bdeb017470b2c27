"""Every property of every node, so that the embedded store knows all of them before the first one is written."""

from graph.origins.likeness import ARTICLE, PASSAGE

PROPERTIES = {
    "Entity": ("name", "type", "wikidata", "aliases", "country", "kind", "known"),
    "Document": (),
    "Article": (
        *("document", "title", "outlet", "published", "retrieved", "url", "language", "sha256", "text"),
        *(
            "sample",
            "invented",
            "current",
            "loaded",
            "run",
            "since",
            "until",
            "agency",
            "text_rank",
            "copies",
            *ARTICLE.names,
        ),
    ),
    "Run": ("version", "model", "vocabulary", "started"),
    "Statement": (
        *("article", "kind", "predicate", "polarity", "modality", "confidence", "current", "sample", "caption"),
        *("min", "max", "modifier", "unit", "count_text", "of_min", "of_max", "of_unit"),
        *("time_start", "time_end", "time_text", "evidence_start", "evidence_end", "evidence_text"),
        *("role", "voices", "plain", "claim", "vouchers", "unsupported", "origins", "copies", *PASSAGE.names),
        *("day_first", "day_last", "dated", "since", "until", "rejected", "added"),
    ),
}
