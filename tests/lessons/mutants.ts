import ts from "typescript";

/** A solution with one thing changed. */
export interface Mutant {
  /** What was changed into what, with its line: `12: n <= last → n < last`. */
  name: string;
  /** The solution with the change. */
  text: string;
}

const SWAPS: Partial<Record<ts.SyntaxKind, string[]>> = {
  [ts.SyntaxKind.PlusToken]: ["-"],
  [ts.SyntaxKind.MinusToken]: ["+"],
  [ts.SyntaxKind.AsteriskToken]: ["/", "+"],
  [ts.SyntaxKind.SlashToken]: ["*"],
  [ts.SyntaxKind.PercentToken]: ["/"],
  [ts.SyntaxKind.LessThanToken]: ["<=", ">"],
  [ts.SyntaxKind.LessThanEqualsToken]: ["<", ">"],
  [ts.SyntaxKind.GreaterThanToken]: [">=", "<"],
  [ts.SyntaxKind.GreaterThanEqualsToken]: [">", "<"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ["!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ["==="],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ["||"],
  [ts.SyntaxKind.BarBarToken]: ["&&"],
  [ts.SyntaxKind.PlusEqualsToken]: ["-=", "="],
  [ts.SyntaxKind.MinusEqualsToken]: ["+="],
  [ts.SyntaxKind.AsteriskEqualsToken]: ["="],
};

/** Operators whose operands are terms: each may be forgotten. */
const TERMS = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
]);

const NAMES: Record<string, string> = {
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  round: "floor",
  sin: "cos",
  cos: "sin",
};

const CALLS_TO_DROP = new Set(["reverse", "toReversed", "sort", "abs", "flat", "map", "filter"]);
const TEXTS: Record<string, string> = { full: "same", same: "valid", valid: "full", fill: "wrap" };
const NEUTRAL: Record<string, string> = { stride: "1", dilation: "1", padding: "0" };

/**
 * All mutants of one piece of a file by fixed operators: signs, off by one in numbers and bounds, swapped indices and
 * arguments, terms and options left out, comparisons, min and max, stride, padding and dilation ignored.
 *
 * @param solution - the piece: a function in its file's syntax tree
 */
export function mutantsOf(solution: ts.Node): Mutant[] {
  const file = solution.getSourceFile();
  const text = file.text.slice(0, solution.end);
  const start = solution.getStart();
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node) => {
    for (const changed of changesOf(node)) {
      const original = node.getText();
      if (changed === original) continue;
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const mutated = text.slice(start, node.getStart()) + changed + text.slice(node.end);
      found.set(mutated, { name: `${line}: ${short(original)} → ${short(changed)}`, text: mutated });
    }
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  for (const part of bodyAndDefaults(solution)) visit(part);
  return [...found.values()];
}

/** Parameters' types and names cannot be wrong; their defaults and the body can. */
function bodyAndDefaults(solution: ts.Node): ts.Node[] {
  if (!ts.isFunctionLike(solution)) return [solution];
  const { body } = solution as ts.FunctionLikeDeclaration;
  return [...solution.parameters.flatMap(({ initializer }) => initializer ?? []), ...(body ? [body] : [])];
}

function changesOf(node: ts.Node): string[] {
  if (ts.isNumericLiteral(node)) return numbers(Number(node.text));
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isPrefixUnaryExpression(node)) return unary(node);
  if (ts.isCallExpression(node)) return [...swappedArguments(node), ...droppedCall(node)];
  if (ts.isElementAccessExpression(node)) return swappedIndices(node);
  if (ts.isPropertyAccessExpression(node)) return property(node);
  if (ts.isConditionalExpression(node)) return [node.whenTrue.getText(), node.whenFalse.getText()];
  if (ts.isIfStatement(node)) return [`if (!(${node.expression.getText()})) ${node.thenStatement.getText()}`];
  if (ts.isObjectLiteralExpression(node)) return droppedOptions(node);
  if (ts.isStringLiteral(node) && TEXTS[node.text]) return [JSON.stringify(TEXTS[node.text])];
  if (ts.isIdentifier(node) && isRead(node) && NEUTRAL[node.text]) return [NEUTRAL[node.text]];
  return [];
}

function numbers(value: number): string[] {
  return Number.isInteger(value) ? [String(value + 1), `(${value - 1})`] : [`(-${value})`, String(value / 2)];
}

function binary({ left, right, operatorToken }: ts.BinaryExpression): string[] {
  const [a, b] = [left.getText(), right.getText()];
  const swapped = (SWAPS[operatorToken.kind] ?? []).map((operator) => `${a} ${operator} ${b}`);
  const dropped = TERMS.has(operatorToken.kind) ? [a, b] : [];
  return [...swapped, ...dropped];
}

function unary({ operator, operand }: ts.PrefixUnaryExpression): string[] {
  const dropped = operator === ts.SyntaxKind.MinusToken || operator === ts.SyntaxKind.ExclamationToken;
  return dropped ? [operand.getText()] : [];
}

function swappedArguments(call: ts.CallExpression): string[] {
  const texts = call.arguments.map((argument) => argument.getText());
  return texts.slice(1).map((_, i) => {
    const swapped = [...texts.slice(0, i), texts[i + 1], texts[i], ...texts.slice(i + 2)];
    return `${call.expression.getText()}(${swapped.join(", ")})`;
  });
}

function droppedCall({ expression, arguments: given }: ts.CallExpression): string[] {
  if (!ts.isPropertyAccessExpression(expression) || !CALLS_TO_DROP.has(expression.name.text)) return [];
  const isMath = expression.expression.getText() === "Math";
  return isMath ? given.map((argument) => `(${argument.getText()})`) : [expression.expression.getText()];
}

/** `image[y][x]` → `image[x][y]` */
function swappedIndices({ expression, argumentExpression }: ts.ElementAccessExpression): string[] {
  if (!ts.isElementAccessExpression(expression)) return [];
  const [outer, inner] = [expression.argumentExpression.getText(), argumentExpression.getText()];
  return [`${expression.expression.getText()}[${inner}][${outer}]`];
}

function property({ expression, name }: ts.PropertyAccessExpression): string[] {
  const base = expression.getText();
  if (name.text === "length") return [`(${base}.length - 1)`, `(${base}.length + 1)`];
  return base === "Math" && NAMES[name.text] ? [`Math.${NAMES[name.text]}`] : [];
}

function droppedOptions({ properties }: ts.ObjectLiteralExpression): string[] {
  const texts = properties.map((entry) => entry.getText());
  return texts.map((_, i) => `{ ${texts.filter((_, j) => j !== i).join(", ")} }`);
}

/** Whether an identifier is a value that is read, not a name that is declared or a property. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  const named = "name" in parent && parent.name === node;
  return !named && !ts.isShorthandPropertyAssignment(parent) && !ts.isBindingElement(parent);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
