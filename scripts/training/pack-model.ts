import type { Calibration, StoredModel } from '../../src/recognise/model.ts';

/** Rounds weights to signed bytes and drops the places where all are near nothing; the answer is what the file holds. */
export function packModel(
  weights: Float64Array,
  labels: string[],
  space: number,
  calibration: Calibration[],
  labelShare: number,
): StoredModel {
  const heads = labels.length + 2;
  const scales: number[] = [];
  for (let head = 0; head < heads; head += 1) {
    let largest = 1e-9;
    for (let place = 0; place < space; place += 1)
      largest = Math.max(largest, Math.abs(weights[place * heads + head] ?? 0));
    scales.push(largest / 127);
  }
  const gaps: number[] = [];
  const rows: number[] = [];
  let last = 0;
  for (let place = 0; place < space; place += 1) {
    const row = scales.map((scale, head) => Math.round((weights[place * heads + head] ?? 0) / scale));
    if (row.every((value) => Math.abs(value) < 1)) continue;
    let gap = place - last;
    while (gap > 127) {
      gaps.push((gap & 127) | 128);
      gap >>>= 7;
    }
    gaps.push(gap);
    for (const value of row) rows.push(value & 255);
    last = place;
  }
  return {
    format: 1,
    labels,
    space,
    labelShare,
    scales,
    calibration,
    places: Buffer.from(gaps).toString('base64'),
    weights: Buffer.from(rows).toString('base64'),
  };
}
