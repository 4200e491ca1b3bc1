const BATCH_SIZE = 1000;

/**
 * Goes through rows in the order of their row numbers, a thousand at a time, because there may be more than memory holds.
 *
 * @param read Reads that many rows, those that follow a row number.
 */
export async function forEachBatch<Row extends { readonly row_id: number }>(
  read: (after: number, limit: number) => Promise<readonly Row[]>,
  work: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let after = 0; ;) {
    const rows = await read(after, BATCH_SIZE);
    const last = rows.at(-1);
    if (last === undefined) return;
    await work(rows);
    after = last.row_id;
  }
}
