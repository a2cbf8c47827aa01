-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect duckdb”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   a · x · 某: BOOLEAN
--   m · x · 某: DECIMAL(18, 6)
--   n · x · 某: DECIMAL(18, 3)
--   tea · x · 某: VARCHAR
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   rows.fee · Fee · 费 · v1 · S-1
--   rows.word · Word · 词 · v1 · S-1
CREATE VIEW "results" AS
WITH
layer0 AS (
  SELECT
    "tea" AS f1,
    "n" AS f5,
    "a" AS f13,
    "m" AS f27,
    "person" AS f38
  FROM "facts"
),
layer1 AS (
  SELECT
    f1, f5, f27, f38,
    CASE WHEN f1 IN ('green', 'black', 'white') THEN f1 END AS c2,
    CASE WHEN f5 BETWEEN 0.0 AND 100.0 THEN CAST(f5 AS DECIMAL(4, 1)) END AS c6,
    f13 = TRUE AS c15,
    f13 = FALSE AS c25,
    CASE
      WHEN f27 BETWEEN (-100000000000.0000) AND 100000000000.0000 THEN CAST(f27 AS DECIMAL(16, 4))
    END AS c28
  FROM layer0
),
layer2 AS (
  SELECT
    f5, c15, c25, f27, f38,
    CASE WHEN f1 IS NOT NULL AND c2 IS NULL THEN 3 ELSE 0 END AS c3,
    c2 = 'green' AS c4,
    -- n · x · 某
    CASE WHEN c6 = f5 THEN CAST(c6 * CAST(10 AS DECIMAL(2, 0)) AS BIGINT) END AS c7,
    c2 IN ('black', 'white') AS c17,
    NOT (c2 = 'green') AS c21,
    -- m · x · 某
    CASE
      WHEN c28 = f27 THEN CAST(trunc(c28) AS BIGINT) * 10000 + CAST((c28 % 1) * CAST(10000 AS DECIMAL(5, 0)) AS BIGINT)
    END AS c29
  FROM layer1
),
layer3 AS (
  SELECT
    c3, c4, c7, c15, c17, c21, c25, c29, f38,
    CASE WHEN f5 IS NULL OR c7 IS NOT NULL THEN 0 ELSE 3 END AS c8,
    c7 <= 100 AS c9,
    c7 > 100 AS c12,
    (c7 >= 200) AND (c7 < 300) AS c18,
    c7 >= 300 AS c22,
    CASE WHEN f27 IS NULL OR c29 IS NOT NULL THEN 0 ELSE 4 END AS c30
  FROM layer2
),
layer4 AS (
  SELECT
    c7, c8, c15, c25, c29, c30, f38,
    c4 AND c9 AS c10,
    CASE WHEN c3 <> 0 THEN c3 WHEN NOT COALESCE(c4, TRUE) THEN 0 ELSE c8 END AS c11,
    c4 AND c12 AS c14,
    c17 AND c18 AS c19,
    CASE WHEN c3 <> 0 THEN c3 WHEN NOT COALESCE(c17, TRUE) THEN 0 ELSE c8 END AS c20,
    c21 AND c22 AS c23,
    CASE WHEN c3 <> 0 THEN c3 WHEN NOT COALESCE(c21, TRUE) THEN 0 ELSE c8 END AS c24
  FROM layer3
),
layer5 AS (
  SELECT
    c7, c8, c10, c19, c29, c30, f38,
    c14 AND c15 AS c16,
    c23 AND c25 AS c26,
    GREATEST(c11, c20, c24) AS c31
  FROM layer4
),
layer6 AS (
  SELECT
    f38,
    -- rows.fee · Fee · 费 · v1 · S-1
    CAST(CASE WHEN c10 THEN 40000 WHEN c16 THEN c29 WHEN c19 THEN 60000 WHEN c26 THEN c7 * 500 END AS BIGINT) AS c32,
    CASE
      WHEN c31 <> 0 THEN c31
      WHEN (CASE WHEN c10 THEN 1 ELSE 0 END + CASE WHEN c16 THEN 1 ELSE 0 END + CASE WHEN c19 THEN 1 ELSE 0 END + CASE WHEN c26 THEN 1 ELSE 0 END) > 1 THEN 3
      ELSE CASE WHEN c10 THEN 0 WHEN c16 THEN c30 WHEN c19 THEN 0 WHEN c26 THEN c8 ELSE 0 END
    END AS c33,
    -- rows.word · Word · 词 · v1 · S-1
    CASE WHEN c10 THEN 'it''s' WHEN c16 THEN '"two"' WHEN c19 THEN '\' WHEN c26 THEN '' END AS c35,
    CASE
      WHEN c31 <> 0 THEN c31
      WHEN (CASE WHEN c10 THEN 1 ELSE 0 END + CASE WHEN c16 THEN 1 ELSE 0 END + CASE WHEN c19 THEN 1 ELSE 0 END + CASE WHEN c26 THEN 1 ELSE 0 END) > 1 THEN 3
      ELSE 0
    END AS c36
  FROM layer5
),
layer7 AS (
  SELECT
    c32, c33, c35, c36, f38,
    (c33 = 0) AND (c32 IS NOT NULL) AS c34,
    (c36 = 0) AND (c35 IS NOT NULL) AS c37
  FROM layer6
)
SELECT
  f38 AS "person",
  CASE WHEN c34 THEN CAST(c32 * 2 AS DECIMAL(18, 0)) * 0.0001 END AS "rows.fee",
  CASE
    WHEN c33 = 4 THEN 'too-large'
    WHEN c33 = 3 THEN 'error'
    WHEN c32 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "rows.fee.status",
  '' AS "rows.fee.flags",
  CASE WHEN c37 THEN c35 END AS "rows.word",
  CASE
    WHEN c36 = 4 THEN 'too-large'
    WHEN c36 = 3 THEN 'error'
    WHEN c35 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "rows.word.status",
  '' AS "rows.word.flags"
FROM layer7;
