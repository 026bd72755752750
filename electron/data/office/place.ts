import { fail } from '../../../shared/failure.ts';
import { locate } from '../../desktop/locations.ts';

/** Refuses what a live database must not lie on: network paths and removable drives (`bad_location`). */
export async function refuseLocation(folder: string): Promise<void> {
  const place = await locate(folder);
  if (place === 'network')
    fail(
      'bad_location',
      'Không đặt cơ sở dữ liệu trên ổ mạng: dễ hỏng dữ liệu. Hãy chọn thư mục trên ổ đĩa của máy.',
    );
  if (place === 'removable')
    fail(
      'bad_location',
      'Không đặt cơ sở dữ liệu trên USB hay ổ tháo rời. Hãy chọn thư mục trên ổ đĩa của máy.',
    );
}
