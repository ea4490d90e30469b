/** The repository's own scripts are plain JavaScript; these are the shapes that tests use. */
declare module '*/checks/contract.mjs' {
  export function lintContract(spec: unknown): string[];
  export function lintProfile(spec: unknown, profile: unknown): string[];
}
declare module '*/checks/slices.mjs' {
  export function missingFiles(root?: string): string[];
}
declare module '*/checks/templates.mjs' {
  export function analyse(files: string[]): string[];
}
declare module '*/checks/words.mjs' {
  export function deniedWords(path: string, text: string): string[];
}
declare module '*/lib/counts.mjs' {
  export interface Counts {
    passed: number;
    failed: number;
    skipped: number;
  }
  export function countsLine(counts: Counts): string;
}
declare module '*/lib/browser-counts.mjs' {
  export function countSessions(sessions: unknown[]): {passed: number; failed: number; skipped: number; engines: object; broken: string[]};
}
declare module '*/lib/node-tests.mjs' {
  export function runNodeTests(files: string[]): Promise<{passed: number; failed: number; skipped: number}>;
}
declare module '*/lib/manifest.mjs' {
  interface Declaration {
    name: string;
    tagName: string;
    members: {name: string; privacy?: string; description?: string}[];
    attributes: {name: string; description?: string}[];
    events: {name: string}[];
  }
  export function makeManifest(): Promise<{modules: {path: string; declarations: Declaration[]}[]}>;
}
declare module '*/scripts/browsers.mjs' {
  export function findBrowsers(): {chromium: string | null; firefox: string | null; webkit: object | null};
}
declare module '*/bench-relevance/queries.mjs' {
  export interface Query {
    id: string;
    class: string;
    half: 'tune' | 'report';
    q: string;
    twin?: string;
    expect: {document?: string; section?: string; item?: string; agency?: string; titled?: string}[];
  }
  export function readQueries(half?: 'tune' | 'report' | 'all'): Query[];
  export function halfOf(index: number): 'tune' | 'report';
}
declare module '*/bench-relevance/catalogue.mjs' {
  export class Catalogue {
    constructor(found: {
      documents: {id: string; title: string; publishedOn: string; sections: string[]}[];
      items: {id: string; level1: string; level2: string; agency: string}[];
      agencies: {id: string; name: string}[];
    });
    targets(entry: object): string[];
  }
}
declare module '*/bench-relevance/database.mjs' {
  export function materialMissing(): string | false;
  export function fill(store: object): Promise<void>;
}
interface RankedHit {
  keys: string[];
  more?: string[];
  label: string;
}
declare module '*/bench-relevance/score.mjs' {
  export function rankOf(hits: RankedHit[], answers: Set<string>): number;
  export function scores(ranks: number[]): {mrr: number; hit1: number; hit10: number};
}
declare module '*/bench-relevance/targets.mjs' {
  export function checkTargets(results: object[]): {name: string; ok: boolean; missed: string}[];
}
