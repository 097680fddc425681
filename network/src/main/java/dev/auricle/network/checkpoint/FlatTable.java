package dev.auricle.network.checkpoint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a flatbuffer: fields found through a list of offsets (its vtable), each absent where
 * it has its default. (flatbuffers.dev, "FlatBuffer Internals".)
 *
 * @param bytes of the whole file
 * @param at where the table starts
 * @param allowance shared by all tables of the file
 */
record FlatTable(Binary bytes, long at, Allowance allowance) {
  /** The table that the file starts with. */
  static FlatTable root(Binary bytes) {
    return new FlatTable(bytes, bytes.u32(0), new Allowance());
  }

  /**
   * How many bytes of lists and texts may still be read. Millions of tables may point to one long
   * list, which lies in the file once and would be read for each of them.
   */
  static final class Allowance {
    private long left = 16L << 20;

    void spend(Binary bytes, long count) {
      left -= count;
      if (left < 0) {
        throw bytes.damaged("its lists and names are longer than any network's");
      }
    }
  }

  /** Where a field's value is, or -1 where it is absent. */
  private long field(int i) {
    long vtable = at - bytes.i32(at);
    int entry = 4 + 2 * i;
    int offset = entry + 2 <= bytes.u16(vtable) ? bytes.u16(vtable + entry) : 0;
    return offset == 0 ? -1 : at + offset;
  }

  int u8(int i, int absent) {
    long field = field(i);
    return field < 0 ? absent : bytes.u8(field);
  }

  int i32(int i, int absent) {
    long field = field(i);
    return field < 0 ? absent : bytes.i32(field);
  }

  String text(int i) {
    long field = field(i);
    if (field < 0) {
      return "";
    }
    long start = field + bytes.u32(field);
    allowance.spend(bytes, bytes.u32(start));
    return bytes.text(start + 4, bytes.u32(start));
  }

  @Nullable FlatTable table(int i) {
    long field = field(i);
    return field < 0 ? null : new FlatTable(bytes, field + bytes.u32(field), allowance);
  }

  List<FlatTable> tables(int i) {
    List<FlatTable> tables = new ArrayList<>();
    for (long each : elements(i, 4)) {
      tables.add(new FlatTable(bytes, each + bytes.u32(each), allowance));
    }
    return tables;
  }

  List<Integer> integers(int i) {
    List<Integer> values = new ArrayList<>();
    elements(i, 4).forEach(each -> values.add(bytes.i32(each)));
    return values;
  }

  List<Long> longs(int i) {
    List<Long> values = new ArrayList<>();
    elements(i, 8).forEach(each -> values.add(bytes.i64(each)));
    return values;
  }

  List<Float> floats(int i) {
    List<Float> values = new ArrayList<>();
    elements(i, 4).forEach(each -> values.add(bytes.f32(each)));
    return values;
  }

  /** The bytes of a vector of bytes; null where it is absent. */
  @Nullable Binary blob(int i) {
    long field = field(i);
    if (field < 0) {
      return null;
    }
    long start = field + bytes.u32(field);
    return new Binary(bytes.name(), bytes.slice(start + 4, bytes.u32(start)));
  }

  /** Where each element of a vector is. */
  private List<Long> elements(int i, int size) {
    List<Long> places = new ArrayList<>();
    long field = field(i);
    if (field >= 0) {
      long start = field + bytes.u32(field);
      long count = bytes.u32(start);
      // Refused as a whole, before room is made for it.
      bytes.slice(start + 4, count * size);
      allowance.spend(bytes, count * size);
      for (long k = 0; k < count; k++) {
        places.add(start + 4 + k * size);
      }
    }
    return places;
  }
}
