// The language's golden lines from the ESM build, for engines that have nothing but the language.
import { ScaigridError, UNRECOGNIZED, match } from "@scai-errors/scaigrid";
import { byName } from "@scai-errors/workspace/services";
import golden from "./golden.cjs";

export const languageLines = golden.languageLines({ ScaigridError, UNRECOGNIZED, match, services: byName }).join("\n");
