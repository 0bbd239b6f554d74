import type { VocabularyRecord } from "@scai-errors/vocabulary/diff";
import { UNRECOGNIZED } from "@scai-errors/core";
import type ts from "typescript";
import { type Place, type Project, ownFiles, placeOf } from "./project.js";
import { shortened } from "./shortened.js";
import type { TypeScript } from "./typescript.js";

/** What of an error the source looks at. */
export type Aspect = "code" | "kind" | "retry" | "status" | "details";

/** A place of the source that depends on a vocabulary. */
export interface Use extends Place {
  readonly aspect: Aspect;
  /** The code or kind that it names; undefined where it looks at that of any error. */
  readonly name: string | undefined;
  /** The source as it stands there, in one line. */
  readonly text: string;
}

/**
 * The places that depend on a service's vocabulary, found by the types of the compiler and not by the text: the same word of something else is no use,
 * and a code that came through a variable, a re-export, a `match` map or an alias is one.
 */
export function usesIn(compiler: TypeScript, project: Project, program: ts.Program, vocabulary: VocabularyRecord): readonly Use[] {
  const finder = new Finder(compiler, program.getTypeChecker(), vocabulary);
  return ownFiles(program).flatMap((file) => {
    const uses: Use[] = [];
    const visit = (node: ts.Node): void => {
      const found = finder.lookAt(node);
      if (found) uses.push({ ...placeOf(project, file, node.getStart(file)), ...found, text: lineOf(node, file) });
      node.forEachChild(visit);
    };
    visit(file);
    return uses;
  });
}

const LONGEST_TEXT = 100;

function lineOf(node: ts.Node, file: ts.SourceFile): string {
  const start = file.getPositionOfLineAndCharacter(file.getLineAndCharacterOfPosition(node.getStart(file)).line, 0);
  const line = file.text.slice(start).split(/\r?\n/, 1)[0] ?? "";
  return shortened(line.trim(), LONGEST_TEXT);
}

type Found = Pick<Use, "aspect" | "name">;

const aspects: Readonly<Record<string, Aspect>> = { retry: "retry", status: "status", details: "details" };

class Finder {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #service: string;
  /** Every code, and every id as well, which names a code where several services meet. */
  readonly #codes: ReadonlyMap<string, string>;
  readonly #kinds: ReadonlySet<string>;

  constructor(compiler: TypeScript, checker: ts.TypeChecker, { service, codes, unrecognized }: VocabularyRecord) {
    this.#ts = compiler;
    this.#checker = checker;
    this.#service = service;
    const names = [...Object.keys(codes), UNRECOGNIZED];
    this.#codes = new Map(
      names.flatMap(
        (code) =>
          [
            [code, code],
            [`${service}/${code}`, code],
          ] as const,
      ),
    );
    this.#kinds = new Set([...Object.values(codes), ...Object.values(unrecognized)].map(({ kind }) => kind));
  }

  lookAt(node: ts.Node): Found | undefined {
    const { isPropertyAccessExpression, isStringLiteralLike, isIdentifier, isCallExpression } = this.#ts;
    if (isCallExpression(node)) return this.#ofCall(node);
    if (isPropertyAccessExpression(node)) return this.#ofAccess(node);
    if (isStringLiteralLike(node)) return this.#ofWord(node, node.text);
    // A member of a handler map, written without quotes.
    return isIdentifier(node) && this.#isMemberName(node) ? this.#ofWord(node, node.text) : undefined;
  }

  /** `scaigrid.codes.RATE_LIMITED`, `error.retry`, `error.status`, `error.details`. */
  #ofAccess({ expression, name }: ts.PropertyAccessExpression): Found | undefined {
    const owner = this.#checker.getTypeAtLocation(expression);
    const code = this.#codes.get(name.text);
    if (code !== undefined) return this.#hasOnlyCodes(owner) ? { aspect: "code", name: code } : undefined;
    const aspect = Object.hasOwn(aspects, name.text) ? aspects[name.text] : undefined;
    if (!aspect) return undefined;
    return this.#isError(owner) || (aspect !== "details" && this.#isEntry(owner)) ? { aspect, name: undefined } : undefined;
  }

  /** `createFetch(scaigrid)`, which repeats requests as the codes advise without anything in the source that says so. */
  #ofCall({ expression, arguments: [service] }: ts.CallExpression): Found | undefined {
    const isRetrying = this.#ts.isIdentifier(expression) && this.#checker.getSymbolAtLocation(expression)?.name === "createFetch";
    return isRetrying && service && this.#isService(this.#checker.getTypeAtLocation(service))
      ? { aspect: "retry", name: undefined }
      : undefined;
  }

  /** A word that stands where only a code, an id or a kind can stand. */
  #ofWord(node: ts.StringLiteralLike | ts.Identifier, word: string): Found | undefined {
    const code = this.#codes.get(word);
    if (code === undefined && !this.#kinds.has(word)) return undefined;
    const expected = this.#expectedAt(node);
    if (!expected) return undefined;
    if (code !== undefined && this.#isVocabulary(expected)) return { aspect: "code", name: code };
    return this.#kinds.has(word) && this.#isKinds(expected) ? { aspect: "kind", name: word } : undefined;
  }

  /** The words that may stand in a place, by the other side of a comparison, the switch around it, or what the compiler expects there. */
  #expectedAt(node: ts.StringLiteralLike | ts.Identifier): readonly string[] | undefined {
    const { parent } = node;
    const { isCaseClause, isBinaryExpression, isElementAccessExpression, isLiteralTypeNode, isObjectLiteralExpression } = this.#ts;
    if (isCaseClause(parent)) return this.#wordsOfValue(parent.parent.parent.expression);
    if (isBinaryExpression(parent)) return this.#wordsOfValue(parent.left === node ? parent.right : parent.left);
    if (isElementAccessExpression(parent)) return this.#memberNames(this.#checker.getTypeAtLocation(parent.expression));
    if (isLiteralTypeNode(parent)) return this.#expectedOfType(parent);
    if (this.#isMemberName(node) && isObjectLiteralExpression(parent.parent)) {
      const handlers = this.#checker.getContextualType(parent.parent);
      return handlers && this.#memberNames(handlers);
    }
    if (!this.#ts.isStringLiteralLike(node)) return undefined;
    const expected = this.#checker.getContextualType(node);
    return expected && this.#wordsOf(expected);
  }

  /** In a type: `ScaigridDetails<"RATE_LIMITED">`, or the member `code` of a pattern, as in `Extract<ScaigridError, { code: "RATE_LIMITED" }>`. */
  #expectedOfType(node: ts.LiteralTypeNode): readonly string[] | undefined {
    const { isTypeReferenceNode, isPropertySignature } = this.#ts;
    for (let at: ts.Node = node; !this.#ts.isStatement(at); at = at.parent) {
      if (isTypeReferenceNode(at) && at.typeArguments) {
        const words = at.typeArguments.flatMap((argument) => {
          const type = this.#checker.getTypeFromTypeNode(argument);
          const code = type.getProperty("code");
          return this.#isError(type) && code ? (this.#wordsOf(this.#checker.getTypeOfSymbol(code)) ?? []) : [];
        });
        if (words.length > 0 && isPropertySignature(node.parent)) return words;
        const [parameter] = this.#parametersOf(at);
        const constraint = parameter && this.#checker.getBaseConstraintOfType(parameter);
        if (constraint) return this.#wordsOf(constraint);
      }
    }
    return undefined;
  }

  #parametersOf(reference: ts.TypeReferenceNode): readonly ts.Type[] {
    const symbol = this.#checker.getSymbolAtLocation(reference.typeName);
    const declared = symbol && (symbol.flags & this.#ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol);
    return (declared?.declarations ?? []).flatMap((declaration) =>
      this.#ts.isTypeAliasDeclaration(declaration)
        ? (declaration.typeParameters ?? []).map((parameter) => this.#checker.getTypeAtLocation(parameter))
        : [],
    );
  }

  #isMemberName(node: ts.Node): node is ts.StringLiteralLike | ts.Identifier {
    const { isPropertyAssignment, isMethodDeclaration, isShorthandPropertyAssignment } = this.#ts;
    const { parent } = node;
    return (isPropertyAssignment(parent) || isMethodDeclaration(parent) || isShorthandPropertyAssignment(parent)) && parent.name === node;
  }

  /** The words that a value may be; of an error that is narrowed to a single code, still all of them. */
  #wordsOfValue(value: ts.Expression): readonly string[] | undefined {
    if (this.#ts.isPropertyAccessExpression(value) && this.#isError(this.#checker.getTypeAtLocation(value.expression))) {
      if (value.name.text === "code" || value.name.text === "id") return [...this.#codes.keys()];
      if (value.name.text === "kind") return [...this.#kinds];
    }
    return this.#wordsOf(this.#checker.getTypeAtLocation(value));
  }

  /** The words that a type admits; undefined where it admits anything else. */
  #wordsOf(type: ts.Type): readonly string[] | undefined {
    const members = type.isUnion() ? type.types : [type];
    const words = members.flatMap((member) => (member.isStringLiteral() ? member.value : []));
    const others = members.filter((member) => !member.isStringLiteral() && !(member.flags & this.#ts.TypeFlags.Undefined));
    return others.length === 0 && words.length > 0 ? words : undefined;
  }

  #memberNames(type: ts.Type): readonly string[] {
    return this.#checker.getPropertiesOfType(type).flatMap(({ name }) => (name === "otherwise" ? [] : name));
  }

  /** More than one word, all of them this service's: a single one may be anybody's. */
  #isVocabulary(words: readonly string[]): boolean {
    const own = words.filter((word) => this.#codes.has(word));
    // Ids of several services may meet; bare codes of others mean that it is another's.
    return own.length > 1 && words.every((word) => this.#codes.has(word) || word.includes("/"));
  }

  #isKinds(words: readonly string[]): boolean {
    return words.length > 1 && words.some((word) => this.#kinds.has(word)) && words.every((word) => /^[a-z_]+$/.test(word));
  }

  #hasOnlyCodes(type: ts.Type): boolean {
    return this.#isVocabulary(this.#memberNames(type));
  }

  /** An error of the service, or of several of which it is one. */
  #isError(type: ts.Type): boolean {
    const service = type.getProperty("service");
    return (
      service !== undefined && type.getProperty("codeFrom") !== undefined && this.#includesService(this.#checker.getTypeOfSymbol(service))
    );
  }

  #includesService(type: ts.Type): boolean {
    const words = this.#wordsOf(type);
    // An error of any service is one of this one, too.
    return words ? words.includes(this.#service) : Boolean(type.flags & this.#ts.TypeFlags.String);
  }

  #isService(type: ts.Type): boolean {
    const name = type.getProperty("name");
    return name !== undefined && type.getProperty("codes") !== undefined && this.#includesService(this.#checker.getTypeOfSymbol(name));
  }

  /** A row of `scaigrid.codes`. */
  #isEntry(type: ts.Type): boolean {
    return ["kind", "retry", "source", "idempotentOnly"].every((name) => type.getProperty(name));
  }
}
