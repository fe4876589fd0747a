import { HtmlValidate } from "html-validate";

/** What is not as the HTML standard has it, one line each. */
export function faultsInPage(html: string): Promise<string[]> {
  return faultsIn(html, {});
}

/** The same for a mail: mail programs know the standard's obsolete attributes better than its styles. */
export function faultsInMail(html: string): Promise<string[]> {
  return faultsIn(html, { "no-deprecated-attr": "off" });
}

async function faultsIn(html: string, rules: Record<string, "off">): Promise<string[]> {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"], rules });
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
