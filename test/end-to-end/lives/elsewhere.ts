/** Does something in another time zone. */
export async function elsewhere<Result>(act: () => Promise<Result>): Promise<Result> {
  const zone = process.env.TZ
  process.env.TZ = 'Pacific/Kiritimati'
  try {
    return await act()
  } finally {
    process.env.TZ = zone
  }
}
