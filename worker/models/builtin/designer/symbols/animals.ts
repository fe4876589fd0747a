import { dot, fill, type Sign, stroke } from "./symbol.ts";

/** Heads and outlines of animals, built from few curves and the same on both sides where the animal is. */
export const animalSymbols: Sign[] = [
  {
    name: "fox",
    words: /\b(fox(?:es)?|vixen)\b/i,
    draw: ({ p, s, n }) =>
      fill("M22 30L74 62H126L178 30L172 104L100 176L28 104Z", p) +
      fill("M28 104L70 108L100 176ZM172 104L130 108L100 176Z", s) +
      fill("M84 148L100 176L116 148Z", n) +
      fill("M62 92L86 100L72 108ZM138 92L114 100L128 108Z", n),
  },
  {
    name: "wolf",
    words: /\b(wol(?:f|ves)|husky|coyote)\b/i,
    draw: ({ p, s, n }) =>
      fill("M36 18L76 58H124L164 18L170 96L144 128L122 176H78L56 128L30 96Z", p) +
      fill("M100 74L144 128L122 176H100Z", s) +
      fill("M54 92L86 104L66 112ZM146 92L114 104L134 112Z", n) +
      fill("M84 152H116L100 172Z", n),
  },
  {
    name: "cat",
    words: /\b(cats?|kittens?|feline)\b/i,
    draw: ({ p, s, n, a }) =>
      fill("M30 24L78 54Q100 48 122 54L170 24V108Q170 174 100 174T30 108Z", p) +
      fill("M44 48L66 62L46 78ZM156 48L134 62L154 78Z", s) +
      dot(70, 104, 13, n) +
      dot(130, 104, 13, n) +
      fill("M90 130H110L100 142Z", a),
  },
  {
    name: "bear",
    words: /\b(bears?|grizzly|panda|teddy)\b/i,
    draw: ({ p, s, n, a }) =>
      dot(48, 52, 27, p) +
      dot(152, 52, 27, p) +
      dot(48, 52, 13, s) +
      dot(152, 52, 13, s) +
      dot(100, 104, 76, p) +
      `<ellipse cx="100" cy="132" rx="36" ry="29" fill="${n}"/>` +
      dot(72, 92, 9, n) +
      dot(128, 92, 9, n) +
      `<ellipse cx="100" cy="122" rx="15" ry="11" fill="${a}"/>`,
  },
  {
    name: "lion",
    words: /\b(lions?|lioness|leo)\b/i,
    draw: ({ p, s, n, a }) =>
      Array.from({ length: 12 }, (_, index) =>
        fill("M100 16L122 62H78Z", index % 2 ? s : p, ` transform="rotate(${index * 30} 100 100)"`),
      ).join("") +
      dot(100, 100, 52, n) +
      dot(100, 100, 44, p) +
      dot(84, 92, 6, n) +
      dot(116, 92, 6, n) +
      fill("M88 106H112L100 120Z", a) +
      stroke("M100 118V128M84 130Q92 138 100 128Q108 138 116 130", n, 5),
  },
  {
    name: "rabbit",
    words: /\b(rabbits?|bunn(?:y|ies)|hares?)\b/i,
    draw: ({ p, s, n, a }) =>
      `<ellipse cx="72" cy="58" rx="19" ry="44" fill="${p}" transform="rotate(-8 72 58)"/><ellipse cx="128" cy="58" rx="19" ry="44" fill="${p}" transform="rotate(8 128 58)"/><ellipse cx="72" cy="58" rx="8" ry="30" fill="${s}" transform="rotate(-8 72 58)"/><ellipse cx="128" cy="58" rx="8" ry="30" fill="${s}" transform="rotate(8 128 58)"/>` +
      dot(100, 130, 50, p) +
      dot(82, 122, 7, n) +
      dot(118, 122, 7, n) +
      fill("M91 140H109L100 151Z", a),
  },
  {
    name: "owl",
    words: /\b(owls?|wisdom|wise)\b/i,
    draw: ({ p, s, n, a }) =>
      fill("M40 26L72 44Q100 36 128 44L160 26V108Q160 178 100 178T40 108Z", p) +
      fill("M100 112Q130 128 124 160Q114 170 100 170T76 160Q70 128 100 112Z", s) +
      dot(72, 86, 27, n) +
      dot(128, 86, 27, n) +
      dot(72, 86, 13, p) +
      dot(128, 86, 13, p) +
      fill("M88 104H112L100 126Z", a),
  },
  {
    name: "bee",
    words: /\b(bees?|honey\w*|apiar\w*|beekeep\w*)\b/i,
    draw: ({ p, s, n, a }) =>
      `<ellipse cx="58" cy="82" rx="42" ry="25" fill="${s}" transform="rotate(24 58 82)"/><ellipse cx="142" cy="82" rx="42" ry="25" fill="${s}" transform="rotate(-24 142 82)"/>` +
      fill("M100 68C130 68 138 98 134 124C130 152 112 172 100 184C88 172 70 152 66 124C62 98 70 68 100 68Z", p) +
      fill("M66 100H134V114H66ZM69 132H131L126 146H74Z", n) +
      dot(100, 54, 20, p) +
      stroke("M90 38Q84 22 72 20M110 38Q116 22 128 20", a, 6),
  },
  {
    name: "butterfly",
    words: /\b(butterfl(?:y|ies)|moth|metamorpho\w*)\b/i,
    draw: ({ p, s, a }) =>
      fill("M96 92C84 44 44 24 24 40C14 74 40 108 92 108Z", p) +
      fill("M104 92C116 44 156 24 176 40C186 74 160 108 108 108Z", p) +
      fill("M92 112C56 108 36 128 46 158C70 172 92 152 97 118Z", s) +
      fill("M108 112C144 108 164 128 154 158C130 172 108 152 103 118Z", s) +
      fill("M100 70L107 90V150L100 166L93 150V90Z", a),
  },
  {
    name: "whale",
    words: /\b(whales?|dolphins?|orca)\b/i,
    draw: ({ p, s, n, a }) =>
      fill(
        "M20 104C20 68 62 58 96 66C128 74 136 98 152 92C156 78 148 66 140 58C154 54 166 60 170 70C176 60 184 58 188 60C186 76 176 86 170 92C168 132 132 160 88 160C48 160 20 136 20 104Z",
        p,
      ) +
      fill("M24 120C48 132 88 136 120 124C108 148 84 156 70 156C46 152 28 138 24 120Z", s) +
      dot(54, 100, 6, n) +
      stroke("M72 50V38Q72 24 58 26M72 38Q72 24 86 26", a, 7),
  },
  {
    name: "dinosaur",
    words: /\b(dino\w*|t-?rex|jurassic|prehistoric)\b/i,
    draw: ({ p, s, n, a }) =>
      fill(
        "M112 24H158Q178 24 178 44V66Q178 76 168 76H138V92H160V106H140Q140 140 112 150L118 178H96L92 154H74L68 178H48L54 148Q26 136 18 98Q38 116 62 108Q88 98 92 66V44Q92 24 112 24Z",
        p,
      ) +
      fill("M92 66V52L78 60L88 74L70 78L80 92L60 94L66 107Q86 98 92 66Z", a) +
      fill("M140 106Q140 140 112 150L74 154Q110 140 116 106Z", s) +
      dot(146, 44, 7, n),
  },
  {
    name: "horse",
    words: /\b(horses?|pon(?:y|ies)|equestrian|stallion|stables?)\b/i,
    draw: ({ p, s, n }) =>
      fill(
        "M98 22L112 40Q150 52 166 108L154 128Q142 132 134 122L114 110Q112 142 140 176H46Q40 104 66 62Q80 42 98 22Z",
        p,
      ) +
      fill("M98 22L104 42Q74 66 74 118Q74 150 88 176H46Q40 104 66 62Q80 42 98 22Z", s) +
      dot(122, 74, 7, n),
  },
];
