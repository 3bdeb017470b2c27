"""Short reports of our own, with quotations, dashes, figures, umlauts and ß."""

from graph.statement import Statement

SAMPLES = (
    "Norwegen schickt 400 Soldaten nach Estland\n"
    "Oslo (gda) – Norwegen hat nach Angaben des Verteidigungsministeriums 400 Soldaten nach Estland verlegt. „Die "
    "Übung beginnt im März“, sagte Verteidigungsminister Tore Sandvik in Oslo. Außerdem würden 30 Offiziere als "
    "Ausbilder geschickt – mehr als früher. Russlands Außenministerium kritisierte die größte Verlegung seit Jahren.",
    "Kenias Präsident bestätigt Abzug aus Haiti\n"
    "Kenia zieht bis zu 1.000 Polizisten aus Haiti ab. Präsident William Ruto bestätigte das am Dienstag. Die Führung "
    "der „Gang ‚Fünf Sterne‘“ hatte zuvor mindestens zwölf Kämpfer verloren, heißt es in Port-au-Prince. Die "
    "Vereinten Nationen äußerten Besorgnis über den Schritt.",
    "Türkei und Aserbaidschan schließen Militärabkommen\n"
    "Die Türkei und Aserbaidschan haben ein Militärabkommen geschlossen. Es sieht vor, dass Ankara rund 2.500 Soldaten "
    "nach Baku entsendet. „Wir stehen an der Seite unserer Brüder“, sagte der türkische Präsident Recep Tayyip "
    "Erdoğan. Nach Darstellung der Agentur Anadolu sind 300 Soldaten bereits in Baku eingetroffen.",
)


def meaning(statement: Statement) -> tuple[object, ...]:
    """All that a statement says, without its place and its words."""
    left_out = {"id", "article", "evidence", "confidence"}
    fields = statement.model_dump(mode="json", exclude=left_out)
    for name in ("count", "time"):
        if fields[name]:
            del fields[name]["text"]
    return tuple(map(repr, fields.values()))
