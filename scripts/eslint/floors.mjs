/** A file imports from a lower floor or from its own folder, never upward or sideways; relative imports name the `.ts` file. */
import {areaOf, BELOW, COMMON, floorOf, repoPath, targetOf} from './places.mjs';

const messages = {
  floor: '{{from}} may not import {{to}}: a floor imports only lower ones ({{allowed}}).',
  reach: 'Import another package by its name, @zwgk/{{to}}, not by a path into its folder.',
  slice: '{{from}} may not import {{to}}: a slice imports foundation, controllers and its own folder; those import no slice.',
  ending: "End a relative import with the file's own ending ('./fold.ts').",
};

/** The broken law as {messageId, data}, or null. */
function judge(source, from) {
  if (/^\.{1,2}(\/|$)/.test(source) && from.endsWith('.ts') && !/\.(ts|mjs|json)$/.test(source)) return {messageId: 'ending'};
  const to = targetOf(source, from);
  const [here, there] = [floorOf(from), to && floorOf(to)];
  if (!to || !BELOW[here]) return null;
  if (here !== there) {
    if (!BELOW[here].includes(there)) {
      return {messageId: 'floor', data: {from: here, to: there ?? to, allowed: BELOW[here].join(', ') || 'there are none'}};
    }
    return source.startsWith('.') ? {messageId: 'reach', data: {to: there}} : null;
  }
  // Tests and what they share may put slices together; nothing that ships may import what tests share.
  if (from.endsWith('.test.ts') || areaOf(from) === 'testing') return null;
  const [area, other] = [areaOf(from), areaOf(to)];
  if (!area || area === other || COMMON.includes(other)) return null;
  return {messageId: 'slice', data: {from: area, to: other ?? 'the package index'}};
}

export default {
  meta: {type: 'problem', docs: {description: 'floors and slices import downward only'}, schema: [], messages},
  create(context) {
    const from = repoPath(context.filename);
    const check = (node) => {
      if (typeof node?.value !== 'string') return;
      const broken = judge(node.value, from);
      if (broken) context.report({node, ...broken});
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
