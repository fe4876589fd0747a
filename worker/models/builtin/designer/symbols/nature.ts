import { dot, fill, type Sign, stroke, turned } from "./symbol.ts";

export const natureSymbols: Sign[] = [
  {
    name: "leaf",
    words:
      /\b(leaf|leaves|organic|eco\w*|green|plant\w*|herb\w*|natural|nature|vegan|botanic\w*|sustainab\w*|garden\w*|tea)\b/i,
    draw: ({ p, s, n }) =>
      fill("M40 160C28 84 74 32 168 32C172 118 124 172 40 160Z", p) +
      fill("M40 160C100 152 150 106 168 32C172 118 124 172 40 160Z", s) +
      stroke("M34 168Q84 118 130 74", n, 9),
  },
  {
    name: "sprout",
    words: /\b(grow\w*|growth|seed\w*|sprout\w*|farm\w*|agricultur\w*|harvest|orchard)\b/i,
    draw: ({ p, s, a }) =>
      stroke("M100 172V92", p, 14) +
      fill("M100 112C46 112 26 82 28 42C78 42 100 66 100 112Z", p) +
      fill("M100 96C100 50 128 28 172 28C174 74 148 98 100 96Z", s) +
      fill("M56 172A44 20 0 0 1 144 172Z", a),
  },
  {
    name: "tree",
    words: /\b(trees?|forest\w*|wood\w*|oak|pine|timber|cabin)\b/i,
    draw: ({ p, s }) =>
      fill("M100 22L144 82H122L156 128H128V128H72V128H44L78 82H56Z", p) +
      fill("M100 22L144 82H122L156 128H100Z", s) +
      fill("M90 128H110V178H90Z", p),
  },
  {
    name: "mountain",
    words: /\b(mountain\w*|peak\w*|summit|alpine|alps|hik\w+|outdoor\w*|climb\w*|adventure\w*|trail\w*|rock\w*)\b/i,
    draw: ({ p, s, a, n }) =>
      dot(142, 56, 20, a) +
      fill("M20 164L86 52L152 164Z", p) +
      fill("M86 52L106 86L92 96L82 84L70 96L66 86Z", n) +
      fill("M104 164L140 102L180 164Z", s),
  },
  {
    name: "wave",
    words: /\b(wave\w*|water|ocean|sea|surf\w*|marine|coast\w*|beach|aqua\w*|river|swim\w*|tide\w*|lake)\b/i,
    draw: ({ p, s, a }) =>
      dot(138, 58, 22, a) +
      stroke("M24 104Q49 76 74 104T124 104T176 104", p, 16) +
      stroke("M24 134Q49 106 74 134T124 134T176 134", s, 16) +
      stroke("M48 164Q66 146 84 164T120 164T152 164", p, 16),
  },
  {
    name: "drop",
    words: /\b(drop\w*|droplet|oil|clean\w*|wash\w*|hydrat\w*|skincare|serum|juice|plumb\w*)\b/i,
    draw: ({ p, s, n }) =>
      fill("M100 22C132 68 156 92 156 124A56 56 0 0 1 44 124C44 92 68 68 100 22Z", p) +
      fill("M100 22C132 68 156 92 156 124A56 56 0 0 1 100 180Z", s) +
      stroke("M66 124A34 34 0 0 0 96 156", n, 9),
  },
  {
    name: "flame",
    words: /\b(fire|flame\w*|hot|grill\w*|bbq|spic\w+|burn\w*|torch|heat\w*|passion\w*|pizza)\b/i,
    draw: ({ p, a, n }) =>
      fill(
        "M104 18C112 58 156 76 156 124A56 56 0 0 1 44 124C44 98 60 86 66 64C78 74 84 82 86 92C100 74 108 50 104 18Z",
        p,
      ) +
      fill("M102 92C110 112 130 120 130 142A30 30 0 0 1 70 142C70 126 84 122 88 108C96 112 100 104 102 92Z", a) +
      fill("M100 178A18 18 0 0 1 82 160C82 148 96 144 100 132C104 144 118 148 118 160A18 18 0 0 1 100 178Z", n),
  },
  {
    name: "sun",
    words: /\b(sun\w*|solar|summer|bright\w*|dawn|morning|day|warm\w*|holiday|optimis\w*)\b/i,
    draw: ({ p, a }, soft) => dot(100, 100, 40, p) + turned(12, stroke("M100 40V24", a, 12, soft)),
  },
  {
    name: "moon",
    words: /\b(moon\w*|night\w*|sleep\w*|dream\w*|lunar|calm\w*|meditat\w*|rest)\b/i,
    draw: ({ p, a }) =>
      fill("M122 24A78 78 0 1 0 176 122A62 62 0 1 1 122 24Z", p) +
      fill("M146 44L151 60L167 65L151 70L146 86L141 70L125 65L141 60Z", a),
  },
  {
    name: "star",
    words: /\b(star\w*|award\w*|excellen\w*|premium|best|celebrity|stellar|magic\w*)\b/i,
    draw: ({ p, s }) =>
      fill(
        "M100 22L121.800 72.500L176.100 77.300L134.900 113.100L147 166L100 138L53 166L65.100 113.100L23.900 77.300L78.200 72.500Z",
        p,
      ) + fill("M100 22L121.800 72.500L176.100 77.300L134.900 113.100L147 166L100 138Z", s),
  },
  {
    name: "flower",
    words:
      /\b(flower\w*|floral|bloom\w*|blossom\w*|rose\w*|lotus|spa|beauty|wedding\w*|cosmetic\w*|yoga|perfume|lily)\b/i,
    draw: ({ p, s, a }) =>
      turned(4, fill("M100 100C72 78 72 44 100 22C128 44 128 78 100 100Z", p)) +
      turned(4, fill("M100 100C82 84 82 56 100 40C118 56 118 84 100 100Z", s, ' fill-opacity=".9"'), 45) +
      dot(100, 100, 15, a),
  },
  {
    name: "bird",
    words: /\b(bird\w*|dove|eagle|falcon|swallow|free\w*|fly\w*|wing\w*|peace|feather|sparrow|swift)\b/i,
    draw: ({ p, s, a }) =>
      fill(
        "M26 62C66 60 92 74 104 98C120 66 150 50 178 48C168 62 166 74 160 86C152 128 118 156 66 156L34 170C50 152 58 144 74 134C48 126 30 100 26 62Z",
        p,
      ) +
      fill("M26 62C66 60 92 74 104 98C96 116 88 126 74 134C48 126 30 100 26 62Z", s) +
      dot(148, 70, 5.5, a),
  },
  {
    name: "paw",
    words: /\b(pets?|dogs?|cats?|paw\w*|vet\w*|animal\w*|puppy|kitten\w*)\b/i,
    draw: ({ p, s }) =>
      fill("M100 96C128 96 158 130 152 156C148 176 122 170 100 170C78 170 52 176 48 156C42 130 72 96 100 96Z", p) +
      [
        [46, 92, -24],
        [80, 58, -8],
        [120, 58, 8],
        [154, 92, 24],
      ]
        .map(
          ([x, y, turn]) =>
            `<ellipse cx="${x}" cy="${y}" rx="17" ry="24" fill="${s}" transform="rotate(${turn} ${x} ${y})"/>`,
        )
        .join(""),
  },
  {
    name: "fish",
    words: /\b(fish\w*|seafood|sushi|salmon|tuna)\b/i,
    draw: ({ p, s, n }) =>
      fill("M22 100C48 54 104 46 142 96L178 62C170 88 170 112 178 138L142 104C104 154 48 146 22 100Z", p) +
      fill("M22 100C48 146 104 154 142 104L178 138C170 112 170 100 172 100Z", s, ' fill-opacity=".55"') +
      dot(58, 92, 8, n),
  },
];
