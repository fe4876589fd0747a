/** As much of autocannon as the bench uses; the package has no types. */
declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  };
  type Result = { requests: { average: number }; latency: { p50: number; p99: number }; non2xx: number };
  export default function autocannon(options: Options): Promise<Result>;
}
