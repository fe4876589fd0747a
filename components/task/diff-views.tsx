import clsx from "clsx";
import type { ComparedBlock, Piece } from "./compare-text.ts";

const reading = "font-serif text-[18px] leading-[30px] break-words whitespace-pre-wrap";

export function InlineDiff({ blocks }: { blocks: ComparedBlock[] }) {
  return (
    <div className={clsx(reading, "mx-auto flex max-w-[68ch] flex-col gap-5")}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one comparison never move
        <p key={index} className={clsx("border-l-2 pl-4", block.changed ? "border-person" : "border-transparent")}>
          <Pieces pieces={block.pieces} />
        </p>
      ))}
    </div>
  );
}

export function SideBySideDiff({ blocks }: { blocks: ComparedBlock[] }) {
  return (
    <div className={clsx(reading, "flex flex-col gap-5")}>
      {blocks.map((block, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one comparison never move
          key={index}
          className={clsx(
            "grid grid-cols-2 gap-8 border-l-2 pl-4",
            block.changed ? "border-person" : "border-transparent",
          )}
        >
          <p>
            <Pieces pieces={block.pieces.filter((piece) => piece.kind !== "added")} />
          </p>
          <p>
            <Pieces pieces={block.pieces.filter((piece) => piece.kind !== "removed")} />
          </p>
        </div>
      ))}
    </div>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => {
    const key = `${index}-${piece.kind}`;
    if (piece.kind === "added") {
      return (
        <ins key={key} className="rounded-sm bg-good-soft text-good decoration-1 underline-offset-4">
          {piece.text}
        </ins>
      );
    }
    if (piece.kind === "removed") {
      return (
        <del key={key} className="rounded-sm bg-bad-soft text-bad decoration-1">
          {piece.text}
        </del>
      );
    }
    return <span key={key}>{piece.text}</span>;
  });
}
