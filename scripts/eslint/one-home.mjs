/** Things with one home: a library, or a global, that only the named files may touch. Options: `[{import | global, files}]`. */
import {repoPath} from './places.mjs';

const GLOBAL_OBJECTS = ['globalThis', 'window', 'self'];

export default {
  meta: {
    type: 'problem',
    docs: {description: 'some libraries and globals have one home'},
    schema: [{type: 'array'}],
    messages: {home: '{{name}} belongs in {{files}} alone; call that file instead.'},
  },
  create(context) {
    const here = repoPath(context.filename);
    const foreign = context.options[0].filter((entry) => !entry.files.includes(here));
    const report = (node, entry) =>
      context.report({node, messageId: 'home', data: {name: entry.import ?? entry.global, files: entry.files.join(', ')}});
    const isOf = (library, source) => library !== undefined && (source === library || source.startsWith(`${library}/`));
    const checkImport = (node) => {
      const entry = typeof node.source?.value === 'string' && foreign.find((e) => isOf(e.import, node.source.value));
      if (entry) report(node, entry);
    };
    /** Every use of a global by that name; a parameter or an import of the same name is another thing. */
    const usesOf = (name) => {
      const scope = context.sourceCode.scopeManager.globalScope;
      return [...(scope.set.get(name)?.references ?? []), ...scope.through.filter((r) => r.identifier.name === name)].map(
        (r) => r.identifier,
      );
    };
    return {
      ImportDeclaration: checkImport,
      ImportExpression: checkImport,
      ExportNamedDeclaration: checkImport,
      ExportAllDeclaration: checkImport,
      'Program:exit'() {
        for (const entry of foreign.filter((e) => e.global)) {
          for (const use of usesOf(entry.global)) report(use, entry);
          for (const {parent} of GLOBAL_OBJECTS.flatMap(usesOf)) {
            const key = parent.type === 'MemberExpression' && (parent.computed ? parent.property.value : parent.property.name);
            if (key === entry.global) report(parent, entry);
          }
        }
      },
    };
  },
};
