import { languageCode } from "./language.ts";

/** The words that results add of their own. */
export type FixedWords = {
  contents: string;
  readMore: string;
  footnotes: string;
  questions: string;
  comparison: string;
  swot: string;
  strengths: string;
  weaknesses: string;
  opportunities: string;
  threats: string;
  sources: string;
  notSaid: string;
  noneNamed: string;
};

const order = [
  ...(["contents", "readMore", "footnotes", "questions", "comparison", "swot"] as const),
  ...(["strengths", "weaknesses", "opportunities", "threats", "sources", "notSaid", "noneNamed"] as const),
] satisfies (keyof FixedWords)[];

/** In the order above. */
const words: Record<string, string> = {
  en: "Contents|Read more|Notes|Questions|Comparison|Strengths, weaknesses, opportunities, threats|Strengths|Weaknesses|Opportunities|Threats|Sources|The sources do not say.|The sources name none.",
  de: "Inhalt|Weiterlesen|Anmerkungen|Fragen|Vergleich|Stärken, Schwächen, Chancen, Risiken|Stärken|Schwächen|Chancen|Risiken|Quellen|Dazu sagen die Quellen nichts.|Die Quellen nennen keine.",
  fr: "Sommaire|Lire la suite|Notes|Questions|Comparaison|Forces, faiblesses, opportunités, menaces|Forces|Faiblesses|Opportunités|Menaces|Sources|Les sources n’en disent rien.|Les sources n’en citent aucune.",
  es: "Índice|Leer más|Notas|Preguntas|Comparación|Fortalezas, debilidades, oportunidades, amenazas|Fortalezas|Debilidades|Oportunidades|Amenazas|Fuentes|Las fuentes no lo dicen.|Las fuentes no citan ninguna.",
  it: "Indice|Leggi tutto|Note|Domande|Confronto|Punti di forza, debolezze, opportunità, minacce|Punti di forza|Debolezze|Opportunità|Minacce|Fonti|Le fonti non lo dicono.|Le fonti non ne citano.",
  pt: "Índice|Ler mais|Notas|Perguntas|Comparação|Forças, fraquezas, oportunidades, ameaças|Forças|Fraquezas|Oportunidades|Ameaças|Fontes|As fontes não o dizem.|As fontes não citam nenhuma.",
  nl: "Inhoud|Lees meer|Noten|Vragen|Vergelijking|Sterktes, zwaktes, kansen, bedreigingen|Sterktes|Zwaktes|Kansen|Bedreigingen|Bronnen|De bronnen zeggen het niet.|De bronnen noemen er geen.",
  sv: "Innehåll|Läs mer|Noter|Frågor|Jämförelse|Styrkor, svagheter, möjligheter, hot|Styrkor|Svagheter|Möjligheter|Hot|Källor|Källorna säger det inte.|Källorna nämner inga.",
  da: "Indhold|Læs mere|Noter|Spørgsmål|Sammenligning|Styrker, svagheder, muligheder, trusler|Styrker|Svagheder|Muligheder|Trusler|Kilder|Kilderne siger det ikke.|Kilderne nævner ingen.",
  no: "Innhold|Les mer|Noter|Spørsmål|Sammenligning|Styrker, svakheter, muligheter, trusler|Styrker|Svakheter|Muligheter|Trusler|Kilder|Kildene sier det ikke.|Kildene nevner ingen.",
  pl: "Spis treści|Czytaj więcej|Przypisy|Pytania|Porównanie|Mocne i słabe strony, szanse, zagrożenia|Mocne strony|Słabe strony|Szanse|Zagrożenia|Źródła|Źródła tego nie podają.|Źródła nie wymieniają żadnych.",
  ja: "目次|続きを読む|注|質問|比較|強み・弱み・機会・脅威|強み|弱み|機会|脅威|出典|出典には書かれていません。|出典には挙げられていません。",
  ar: "المحتويات|اقرأ المزيد|الحواشي|الأسئلة|المقارنة|نقاط القوة والضعف والفرص والتهديدات|نقاط القوة|نقاط الضعف|الفرص|التهديدات|المصادر|لا تذكر المصادر ذلك.|لا تذكر المصادر أيًّا منها.",
};

/** What a result in this language says of its own accord; English where we have no other words. */
export function fixedWords(language: string): FixedWords {
  const code = languageCode(language);
  const own = (words[code] ?? words[code === "nb" || code === "nn" ? "no" : "en"] ?? "").split("|");
  return Object.fromEntries(order.map((name, index) => [name, own[index] ?? ""])) as FixedWords;
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

/** How a language is written, as HTML says it. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(languageCode(language)) ? "rtl" : "ltr";
}
