"""Writes small checkpoints in the formats that Auricle reads, for its tests: checkpoints.py FOLDER

Each holds tensors whose values follow from their place: element i of a tensor is i - 2 (a boolean: i is odd).
Needs torch, onnx and numpy. The files lie in network/src/test/resources/dev/auricle/network/checkpoint.
"""
import json, struct, sys
from collections import OrderedDict
import numpy as np, onnx, torch
from onnx import helper, numpy_helper

folder = sys.argv[1]


def counted(shape, dtype):
    n = int(np.prod(shape, dtype=int))
    return (torch.arange(n) - 2).reshape(shape).to(dtype)


tensors = OrderedDict()
for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8):
    tensors[str(dtype).split(".")[1]] = counted((2, 3), dtype)
tensors["uint8"] = (counted((2, 3), torch.int64) + 2).to(torch.uint8)  # element i is i
tensors["bool"] = (counted((2, 3), torch.int64) % 2 == 1)
tensors["scalar"] = torch.tensor(-2.0)
tensors["empty"] = torch.zeros((0, 3))

torch_only = OrderedDict(tensors)
torch_only["transposed"] = (torch.arange(6).float() - 2).reshape(3, 2).T.contiguous().T  # shape 3 x 2, strides 1, 3
whole = torch.arange(10).float() - 4
torch_only["middle"] = whole[2:8]  # shares a storage, starts inside it
torch_only["whole"] = whole[2:]
torch_only["parameter"] = torch.nn.Parameter(counted((4,), torch.float32))
torch.save({"epoch": 3, "state_dict": torch_only, "list": [counted((2,), torch.float32), {"x": counted((1,), torch.float32)}]}, f"{folder}/tiny.pt")
torch.save(torch_only, f"{folder}/tiny-legacy.pt", _use_new_zipfile_serialization=False)

names = {"float32": "F32", "float64": "F64", "float16": "F16", "bfloat16": "BF16", "int64": "I64", "int32": "I32",
         "int16": "I16", "int8": "I8", "uint8": "U8", "bool": "BOOL", "scalar": "F32", "empty": "F32"}
header, data = {"__metadata__": {"by": "checkpoints.py"}}, b""
for name, tensor in tensors.items():
    raw = tensor.contiguous().view(torch.uint8 if tensor.dim() else tensor.dtype).numpy().tobytes() if tensor.numel() else b""
    header[name] = {"dtype": names[name], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
    data += raw
text = json.dumps(header).encode()
open(f"{folder}/tiny.safetensors", "wb").write(struct.pack("<Q", len(text)) + text + data)

constants = []
for name, tensor in tensors.items():
    if name == "bfloat16":
        raw = tensor.view(torch.int16).numpy().tobytes()
        constants.append(helper.make_tensor(name, onnx.TensorProto.BFLOAT16, [2, 3], raw, raw=True))
    else:
        constants.append(numpy_helper.from_array(tensor.numpy(), name))
constants.append(helper.make_tensor("listed", onnx.TensorProto.FLOAT, [2, 3], [float(i - 2) for i in range(6)]))
constants.append(helper.make_tensor("listed_int8", onnx.TensorProto.INT8, [2, 3], [i - 2 for i in range(6)]))
constants.append(helper.make_tensor("listed_half", onnx.TensorProto.FLOAT16, [2, 3], [float(i - 2) for i in range(6)]))
graph = helper.make_graph([helper.make_node("Identity", ["listed"], ["y"])], "tiny", [],
                          [helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [2, 3])], constants)
onnx.save(helper.make_model(graph), f"{folder}/tiny.onnx")


class Flat:
    """A flatbuffer written front to back: parents first, each reference patched when its target is written."""

    def __init__(self):
        self.out = bytearray(8)

    def align(self, size=8):
        while len(self.out) % size:
            self.out += b"\0"

    def table(self, fields):
        """fields: index -> ('b', n) | ('i', n) | ('text', s) | ('table', fields) | ('tables', [fields]) | ('ints'|'longs'|'floats'|'bytes', values)"""
        self.align()
        count = max(fields, default=-1) + 1
        vtable = len(self.out)
        self.out += bytes(4 + 2 * count)
        self.align(4)
        start, places = len(self.out), {}
        self.out += struct.pack("<i", start - vtable)
        for i in sorted(fields):
            places[i] = len(self.out)
            struct.pack_into("<H", self.out, vtable + 4 + 2 * i, len(self.out) - start)
            kind, value = fields[i]
            self.out += struct.pack("<i", value) if kind in "bi" else bytes(4)
        struct.pack_into("<HH", self.out, vtable, 4 + 2 * count, len(self.out) - start)
        for i in sorted(fields):
            if fields[i][0] not in "bi":
                self.point(places[i], *fields[i])
        return start

    def point(self, place, kind, value):
        if kind == "table":
            target = self.table(value)
        else:
            self.align()
            if kind == "longs":
                self.out += bytes(4)  # the elements, behind the count, must lie at multiples of 8
            target = len(self.out)
            if kind == "tables":
                self.out += struct.pack("<I", len(value)) + bytes(4 * len(value))
                for k, each in enumerate(value):
                    at = target + 4 + 4 * k
                    struct.pack_into("<I", self.out, at, self.table(each) - at)
            else:
                raw = {"text": lambda: value.encode() + b"\0", "bytes": lambda: value,
                       "ints": lambda: struct.pack(f"<{len(value)}i", *value),
                       "longs": lambda: struct.pack(f"<{len(value)}q", *value),
                       "floats": lambda: struct.pack(f"<{len(value)}f", *value)}[kind]()
                self.out += struct.pack("<I", len(value)) + raw
        struct.pack_into("<I", self.out, place, target - place)


def tensor(name, shape, code, buffer, quantization=None):
    fields = {0: ("ints", shape), 1: ("b", code), 2: ("i", buffer), 3: ("text", name)}
    if quantization:
        fields[4] = ("table", quantization)
    return fields


six = np.arange(6) - 2
buffers = [b"", six.astype("<f4").tobytes(), six.astype("i1").tobytes(), six.astype("<i4").tobytes()]
flat = Flat()
root = flat.table({
    0: ("i", 3),
    1: ("tables", [{0: ("b", 3), 3: ("i", 3)}]),
    2: ("tables", [{
        0: ("tables", [
            tensor("input", [1, 4, 4, 1], 0, 0),
            tensor("float32", [2, 3], 0, 1),
            tensor("each_row", [2, 3], 9, 2, {2: ("floats", [0.5, 2.0]), 3: ("longs", [0, 1])}),
            tensor("each_column", [2, 3], 9, 2, {2: ("floats", [1.0, 10.0, 100.0]), 3: ("longs", [0, 0, 0]), 6: ("i", 1)}),
            tensor("whole", [2, 3], 2, 3, {2: ("floats", [0.25]), 3: ("longs", [-2])}),
        ]),
        3: ("tables", [{0: ("i", 0), 1: ("ints", [0, 1, -1]), 2: ("ints", [0]), 3: ("b", 1),
                        4: ("table", {0: ("b", 1), 1: ("i", 2), 2: ("i", 3), 3: ("b", 3)})}]),
    }]),
    4: ("tables", [{0: ("bytes", b)} if b else {} for b in buffers]),
})
struct.pack_into("<I4s", flat.out, 0, root, b"TFL3")
open(f"{folder}/tiny.tflite", "wb").write(bytes(flat.out))
