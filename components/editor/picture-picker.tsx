import type { TaskPicture } from "./task-pictures.ts";
import { picturesAmong } from "./upload-picture.ts";

type Props = {
  pictures: readonly TaskPicture[];
  onPick: (picture: TaskPicture) => void;
  onFiles: (files: File[]) => void;
};

/** What was drawn for this task, or a file from this machine, to be put into its text. */
export function PicturePicker({ pictures, onPick, onFiles }: Props) {
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-2">
      {pictures.length > 0 ? (
        <ul aria-label="Pictures of this task" className="flex flex-wrap gap-2">
          {pictures.map((picture, index) => (
            <li key={picture.url}>
              <button
                type="button"
                className="block overflow-hidden rounded-md border border-line hover:border-accent"
                onClick={() => onPick(picture)}
              >
                {/* biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache */}
                <img src={picture.url} alt={picture.alt || `Picture ${index + 1}`} className="h-20 w-auto" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <label className="flex flex-wrap items-center gap-2">
        From this machine; dropping or pasting one into the text does the same
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          multiple
          className="text-small"
          onChange={(event) => onFiles(picturesAmong(event.target.files ?? undefined))}
        />
      </label>
    </div>
  );
}
