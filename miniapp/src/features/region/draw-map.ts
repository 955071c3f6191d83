/** Longitude and latitude, in degrees. */
export type Ring = readonly (readonly [number, number])[];

/** What a file of shapes holds (RFC 7946). */
export interface ShapeCollection {
  readonly features: readonly {
    readonly properties: { readonly adcode: string; readonly name: string };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  }[];
}

export interface DrawnShape {
  /** Empty where no division is meant. */
  readonly code: string;
  readonly name: string;
  /** The outline, as an SVG path has it. */
  readonly path: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
  /** Drawn beside, and no division. */
  readonly besides: string;
}

/** So many units is a map wide; the shapes lie on a coarser grid. */
const width = 1_000;
/** A degree of longitude is drawn so much shorter than one of latitude, as is usual for the middle of the country. */
const longitudeScale = 0.75;

const ringsOf = ({ geometry }: ShapeCollection['features'][number]): readonly Ring[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Lays shapes out on a drawing, with north above. */
export function drawMap({ features }: ShapeCollection, besides: readonly Ring[]): Drawing {
  const points = [...features.flatMap(ringsOf), ...besides].flat();
  const [west, east] = rangeOf(points.map(([longitude]) => longitude));
  const [south, north] = rangeOf(points.map(([, latitude]) => latitude));
  const scale = width / Math.max((east - west) * longitudeScale, 1e-6);
  const pathOf = (rings: readonly Ring[]) =>
    rings
      .map((ring) => {
        const corners = ring.map(
          ([longitude, latitude]) =>
            `${Math.round((longitude - west) * longitudeScale * scale)} ${Math.round((north - latitude) * scale)}`,
        );
        return `M${corners.join('L')}Z`;
      })
      .join('');
  return {
    width,
    height: Math.ceil((north - south) * scale),
    shapes: features.map((feature) => ({
      code: feature.properties.adcode,
      name: feature.properties.name,
      path: pathOf(ringsOf(feature)),
    })),
    besides: pathOf(besides),
  };
}

/** Least and most; a spread of so many numbers would be too many arguments. */
const rangeOf = (values: readonly number[]) =>
  values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
