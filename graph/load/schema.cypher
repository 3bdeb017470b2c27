// Every constraint and index of the graph; run on each opening, so each must be repeatable.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published);
CREATE INDEX statement_predicate IF NOT EXISTS FOR (n:Statement) ON (n.predicate);
CREATE INDEX statement_plain IF NOT EXISTS FOR (n:Statement) ON (n.plain);
CREATE FULLTEXT INDEX statement_evidence IF NOT EXISTS FOR (n:Statement) ON EACH [n.evidence_text];
