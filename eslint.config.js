import js from "@eslint/js";
import * as regexp from "eslint-plugin-regexp";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** What scripts use of what Node, browsers and workers share. */
const GLOBALS = (
  "AbortController AbortSignal Buffer Headers ReadableStream Request Response TextDecoder TextEncoder URL clearInterval clearTimeout console fetch " +
  "performance process queueMicrotask setInterval setTimeout structuredClone"
).split(" ");

export default defineConfig(
  globalIgnores([
    "**/dist/**",
    "packages/site/lib/**",
    "**/coverage/**",
    "**/reports/**",
    "**/.cache/**",
    "**/.next/**",
    "**/temp/**",
    "**/.stryker-tmp/**",
    "**/fixtures/**",
    "**/golden/**",
  ]),
  js.configs.recommended,
  regexp.configs["flat/recommended"],
  // The grammars that are read here (RFC 9110, ECMA-48) are written in ranges such as "!-~".
  { rules: { "regexp/no-obscure-range": "off" } },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { globals: Object.fromEntries(GLOBALS.map((name) => [name, "readonly"])) },
  },
  {
    files: ["packages/**/*.{ts,mts,cts}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-nested-ternary": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A number in a template prints as what it is; everything else that is no string still fails.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // Tests hand in what no program would, and look at what came out however it is typed.
    files: ["packages/*/test/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // Written as consumers write it, with the mistakes that the compiler has to see.
    files: ["packages/conformance/consumer/**"],
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "off",
    },
  },
  {
    // Settings of tools belong to no package's program.
    files: ["*.base.ts", "vitest.setup.ts", "packages/*/*.config.ts"],
    extends: [tseslint.configs.strict, tseslint.configs.disableTypeChecked],
  },
);
