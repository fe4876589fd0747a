/** Words of the material as Markdown shows them, whatever marks they hold; addresses stay as they are. */
export function inMarkdown(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join("");
}

function escaped(text: string): string {
  return text
    .replace(/[\\*`]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[\p{L}/!?])/gu, "\\<")
    .replace(/\[(?=[^\]]*\][([])/g, "\\[")
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/, "$1\\$2");
}
