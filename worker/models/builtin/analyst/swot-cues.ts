export type SwotCues = { strengths: RegExp; weaknesses: RegExp; opportunities: RegExp; threats: RegExp };

/** Words that tell good news from bad, and what is from what may come. */
const cues: Record<string, SwotCues> = {
  en: {
    strengths:
      /\b(lead\w*|strong\w*|best|award\w*|loyal|trusted|reliable|fast(er|est)?|record|success\w*|popular|free|durable|exclusive|profit\w*|largest|guarantee\w*)\b/i,
    weaknesses:
      /\b(lack\w*|weak\w*|expensive|slow\w*|complain\w*|fail\w*|loss(es)?|lost|limited|no longer|no way to|shortage|delay\w*|problem\w*|broke\w*|costly|recall\w*|cannot|can['’]t be|heavy)\b/i,
    opportunities:
      /\b(grow(s|ing|th)?|grew|demand|plan(s|ned|ning)?|expand\w*|subsid\w*|new (market|customers|law|lanes?)|increas\w*|rising|double\w*|forecast\w*|will open|interest in|opportunit\w*|fund(s|ing)?)\b/i,
    threats:
      /\b(compet\w*|regulat\w*|tax(es)?|declin\w*|risk\w*|threat\w*|ban(s|ned)?|tariff\w*|fines?|fall(s|ing)?|fell|cut|shrink\w*|cheaper|rival\w*|inflation|uncertain\w*)\b/i,
  },
  de: {
    strengths:
      /(?<!\p{L})(führend\p{L}*|stark\p{L}*|stärk\p{L}*|best(?:e[nrsm]?)|beliebt\p{L}*|zuverlässig\p{L}*|schnell\p{L}*|rekord\p{L}*|erfolg\p{L}*|kostenlos\p{L}*|gewinn\p{L}*|größte[nrsm]?|spar(?:en|t)|garantie\p{L}*|festgeschrieben)(?!\p{L})/iu,
    weaknesses:
      /(?<!\p{L})(fehl(?:t|en)|schwach\p{L}*|schwäch\p{L}*|teuer|teure\p{L}*|mehrkosten|langsam\p{L}*|beschwer\p{L}*|kritik|kritisier\p{L}*|bemängel\p{L}*|verlust\p{L}*|begrenzt\p{L}*|mangel\p{L}*|verzöger\p{L}*|verspät\p{L}*|problem\p{L}*|defekt\p{L}*|leider)(?!\p{L})/iu,
    opportunities:
      /(?<!\p{L})(wächst|wachs\p{L}*|nachfrage|plant|planen|ist geplant|sind geplant|ausbau\p{L}*|bauabschnitt|förder\p{L}*|zuschuss\p{L}*|steig(?:t|en)|zunahme|prognose\p{L}*|interesse|bis 20\d\d|ab 20\d\d)(?!\p{L})/iu,
    threats:
      /(?<!\p{L})(wettbewerb\p{L}*|konkurren\p{L}*|regulier\p{L}*|steuer\p{L}*|sink(?:t|en)|gesunken|risik\p{L}*|bedroh\p{L}*|verbot\p{L}*|verbiet\p{L}*|zölle|fällt|gefallen|schrumpf\p{L}*|billiger\p{L}*|rival\p{L}*|inflation|unsicher\p{L}*|befürcht\p{L}*)(?!\p{L})/iu,
  },
  es: {
    strengths:
      /(?<!\p{L})(líder\p{L}*|fuerte\p{L}*|mejor\p{L}*|premi\p{L}*|fiable\p{L}*|rápid\p{L}*|récord|éxito\p{L}*|gratuit\p{L}*|gratis|beneficio\p{L}*|ganancia\p{L}*|ahorr\p{L}*|reduce el gasto|garantía\p{L}*)(?!\p{L})/iu,
    weaknesses:
      /(?<!\p{L})(falta\p{L}*|débil\p{L}*|car[oa]s?|lent[oa]s?|queja\p{L}*|fallo\p{L}*|pérdida\p{L}*|limitad\p{L}*|retras\p{L}*|problema\p{L}*|avería\p{L}*|(?:pidió|pidieron) más|crítica\p{L}*)(?!\p{L})/iu,
    opportunities:
      /(?<!\p{L})(crec\p{L}*|demanda|planea\p{L}*|prevé\p{L}*|amplia\p{L}*|subvenci\p{L}*|aument\p{L}*|abrirá\p{L}*|podrá\p{L}*|interés|previsi\p{L}*)(?!\p{L})/iu,
    threats:
      /(?<!\p{L})(competen\p{L}*|competidor\p{L}*|regulaci\p{L}*|impuesto\p{L}*|descen\p{L}*|baja(?:n|ron)?|bajó|riesgo\p{L}*|amenaza\p{L}*|prohib\p{L}*|arancel\p{L}*|cae(?:n)?|cayó|más barat\p{L}*|rival\p{L}*|inflaci\p{L}*|incertidumbre)(?!\p{L})/iu,
  },
};

/** Null for a language whose words for it are not known. */
export function swotCuesFor(code: string): SwotCues | null {
  return cues[code] ?? null;
}
