"""ResNet-18 of torchvision with random weights, for dev.auricle.bench.CheckResNet: resnet.py FOLDER

Writes resnet18.pth (the state_dict, as torchvision publishes its own), picture.bin, embedding.bin and probabilities.bin (float32,
little-endian). Then: java ... dev.auricle.bench.CheckResNet FOLDER prints the largest differences. Needs torch and torchvision.
"""
import re, sys
import torch

library = torch.library.Library("torchvision", "DEF")
while True:
    try:
        import torchvision
        break
    except RuntimeError as e:  # torchvision's own operators do not fit this torch; ResNet uses none, so any form will do
        missing = re.search("operator torchvision::(\\w+) does not exist", str(e))
        if not missing:
            raise
        library.define(missing[1] + "() -> ()")
        for name in [m for m in sys.modules if m.startswith("torchvision")]:
            del sys.modules[name]

folder = sys.argv[1]
torch.manual_seed(11)
net = torchvision.models.resnet18(weights=None)
for module in net.modules():
    if isinstance(module, torch.nn.BatchNorm2d):
        torch.nn.init.uniform_(module.weight, 0.5, 1.5)
        torch.nn.init.normal_(module.bias, std=0.2)
        module.running_mean.normal_(std=0.2)
        module.running_var.uniform_(0.5, 1.5)
net.eval()
torch.save(net.state_dict(), f"{folder}/resnet18.pth")
picture = torch.randn(1, 3, 224, 224)
with torch.no_grad():
    scores = net(picture)
    embedding = torch.nn.Sequential(*list(net.children())[:-1])(picture)
for name, tensor in (("picture", picture), ("embedding", embedding), ("probabilities", scores.softmax(1))):
    tensor.numpy().astype("<f4").tofile(f"{folder}/{name}.bin")
print("torchvision", torchvision.__version__, "largest score", float(scores.abs().max()))
