/** Invented reposts of upper-level policies, and the list as the contract says it answers. Not part of any bundle. */
import type {Repost, RepostList} from '@zwgk/contract';

const MATTERS = [
  '促进个体工商户发展',
  '优化营商环境',
  '推进义务教育优质均衡',
  '加强基层应急能力',
  '做好冬春救助',
  '提升政务服务',
  '规范行政裁量',
];
const SOURCES = ['示例国务院办公厅', '示例省人民政府', '示例省人民政府办公厅'];
/** Days from publication to the repost. */
const DELAYS = [0, 0, 1, 0, 4];
const two = (n: number): string => String(n).padStart(2, '0');

/** The `i`-th newest: the fourth is not as its source has it. */
function repost(i: number): Repost {
  const day = 24 - i;
  const [sourceName, delay] = [SOURCES[i % SOURCES.length]!, DELAYS[i % DELAYS.length]!];
  return {
    id: `repost-${i}`,
    title: `关于${MATTERS[i % MATTERS.length]!}的若干意见`,
    ...(i % 4 === 2 ? {} : {docNumber: `示国办发〔2026〕${40 - i}号`}),
    sourceName,
    sourceUrl: `https://gov.example.com/policies/${i}.html`,
    publishedOn: `2026-11-${two(day - delay)}`,
    // China is eight hours ahead: 10:05.
    repostedAt: `2026-11-${two(day)}T02:05:00Z`,
    sha256: two(i).repeat(32),
    identical: i !== 3,
    demo: true,
  };
}

export const reposts: readonly Repost[] = [...new Array<number>(12).keys()].map(repost);

export function listReposts(params: URLSearchParams, all: readonly Repost[]): RepostList {
  const limit = Number(params.get('limit') ?? 20);
  const start = Number(params.get('cursor')?.slice(1) ?? 0);
  return {
    items: all.slice(start, start + limit),
    total: all.length,
    nextCursor: start + limit < all.length ? `c${start + limit}` : null,
    prevCursor: start > 0 ? `c${Math.max(0, start - limit)}` : null,
  };
}
