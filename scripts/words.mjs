import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import ts from 'typescript';
import { fromRoot, root } from './root.mjs';

/** Marks of work that was left for later, and of checks that were switched off. */
const leftovers = [
  ['an unfinished place', /\b(?:TO(?:)DO|FIX(?:)ME|X(?:)XX|HA(?:)CK)\b/],
  ['a test that runs alone', /\.only\(|\bf(?:describe|it)\(/],
  ['a test that does not run', /\.skip\(|\bx(?:describe|it|test)\(|\.todo\(/],
  ['a type error hidden', /@ts-(?:ignore|nocheck)\b/],
  ['a type thrown away', /\bas an(?:)y\b/],
  ['a lint rule switched off', /eslint-disa(?:)ble/],
];

/** What MySQL 8, MariaDB 10.11 and SQLite do not share; the database port of the platform speaks each. */
const dialects = [
  ['MySQL has no RETURNING', /\bRETURNING\b/i],
  ['MySQL has no sequences', /\bNEXTVAL\b|\bNEXT VALUE\b|\bCREATE SEQUENCE\b/i],
  ['SQLite has no ON DUPLICATE KEY', /\bON DUPLICATE KEY\b/i],
  ['MySQL has no ON CONFLICT', /\bON CONFLICT\b/i],
  ['inserting what is missing is insertMissing', /\bINSERT (?:OR )?(?:IGNORE|REPLACE)\b|\bREPLACE INTO\b/i],
  ['locking rows is selectForUpdate', /\bFOR UPDATE\b/i],
  [
    'the time is handed in',
    /\b(?:NOW|UNIX_TIMESTAMP|DATE_FORMAT|STRFTIME|UNIXEPOCH)\(|\bCURRENT_TIMESTAMP\b/i,
  ],
];
const looksLikeSql =
  /\b(?:SELECT|INSERT|REPLACE|UPDATE|DELETE|WHERE|VALUES|CREATE|ALTER|RETURNING|CONFLICT)\b/;

const findings = [];
for (const file of sourceFiles()) {
  const text = readFileSync(fromRoot(file), 'utf8');
  for (const [index, line] of text.split('\n').entries()) note(leftovers, line, `${file}:${index + 1}`);
  if (/^core\/src\/.*\.ts$/.test(file) && !file.startsWith('core/src/platform/database/'))
    checkSql(file, text);
}
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;

function note(rules, text, place) {
  for (const [meaning, pattern] of rules) {
    const found = pattern.exec(text);
    if (found) findings.push(`${place}  ${meaning}: ${found[0]}`);
  }
}

/** What git knows or would take in: nothing that is built or installed. */
function sourceFiles() {
  const parameters = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const names = execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).split('\n');
  return names.filter((name) => /\.(?:[cm]?[jt]s|tsx|scss|sh)$|^\.ci\//.test(name) && isThere(name));
}

function isThere(name) {
  try {
    readFileSync(fromRoot(name));
    return true;
  } catch {
    return false;
  }
}

function checkSql(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const words = node.getText(source);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (looksLikeSql.test(words)) note(dialects, words, `${file}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
