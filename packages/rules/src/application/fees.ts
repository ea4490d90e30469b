import type {FeeSchedule} from '@zwgk/contract';

/**
 * Fee in yuan for so many items or pages, each tier charging only what lies within it (超额累进; 条例第四十二条,
 * 国办函〔2020〕109号第三至五条). For one application either items or pages are charged, never both (第三条).
 * @param count Items that one applicant applied for in one calendar month, or pages of one application.
 * @param schedule `perItem` or `perPage` of the policy.
 */
export function fee(count: number, {tiers, step}: FeeSchedule): number {
  let total = 0;
  let from = 0;
  let rate = 0;
  for (const tier of tiers) {
    const to = Math.min(count, tier.upTo ?? count);
    if (to <= from) return total;
    rate = tier.rate;
    total += (to - from) * rate;
    from = to;
  }
  for (; step && from < count; from += step.size) {
    rate += step.increase;
    total += Math.min(count - from, step.size) * rate;
  }
  return total;
}

/** Fee of one application of `items` items that follows `earlier` ones of the same applicant in the same month (第四条). */
export const itemFee = (items: number, earlier: number, perItem: FeeSchedule): number =>
  fee(earlier + items, perItem) - fee(earlier, perItem);
