// Tensors to files and back; module parameters by name, strictly.
#include "core/models/tensor_io.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pieria;
using namespace pieria::models;

namespace {

struct Net : torch::nn::Module
{
    torch::nn::Linear inner = nullptr;
    torch::Tensor count;
    Net()
    {
        inner = register_module("inner", torch::nn::Linear(3, 2));
        count = register_buffer("count", torch::tensor({ 5 }, at::kLong));
    }
};

bool says(const Status& status, const char* words)
{
    return !status && status.error().sentence.find(words) != std::string::npos;
}

} // namespace

class TensorIoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeRoundTrips()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("t.safetensors").toStdString();
        const torch::Tensor base = torch::arange(12).reshape({ 3, 4 });
        TensorMap tensors;
        for (const at::ScalarType type : { at::kDouble, at::kFloat, at::kHalf, at::kBFloat16,
                 at::kLong, at::kInt, at::kByte, at::kBool }) {
            tensors[std::string("t.") + c10::toString(type)] = base.to(type);
        }
        tensors["transposed"] = base.to(at::kFloat).t();
        tensors["scalar"] = torch::tensor(2.5);
        tensors["empty"] = torch::zeros({ 0, 3 });
        QVERIFY(writeTensors(path, tensors, { { "kind", "test" } }));
        const Result<TensorMap> read = readTensors(path);
        QVERIFY(read);
        QCOMPARE(read->size(), tensors.size());
        for (const auto& [name, tensor] : tensors) {
            const torch::Tensor& found = read->at(name);
            QCOMPARE(found.scalar_type(), tensor.scalar_type());
            QVERIFY(found.equal(tensor));
        }
        QCOMPARE(bytesOfTensors(*read, { { "kind", "test" } }).value(),
            bytesOfTensors(tensors, { { "kind", "test" } }).value());
        QVERIFY(!bytesOfTensors({ { "c", torch::zeros({ 2 }, at::kComplexFloat) } }));
    }

    void hostileBooleansAreTrue()
    {
        const std::vector<std::uint8_t> bytes { 0, 1, 2, 255 };
        const torch::Tensor tensor
            = tensorFrom({ Dtype::Bool, { 4 }, std::as_bytes(std::span(bytes)) });
        QCOMPARE(tensor.to(at::kInt).sum().item<int>(), 3);
    }

    void modulesRoundTripInHalf()
    {
        Net first;
        Net second;
        const TensorMap halves = inHalf(tensorsOf(first, "net."));
        QCOMPARE(halves.at("net.inner.weight").scalar_type(), at::kHalf);
        QCOMPARE(halves.at("net.count").scalar_type(), at::kLong);
        first.count.fill_(7);
        second.count.fill_(0);
        QVERIFY(assignTensors(second, halves, "net."));
        QVERIFY(second.inner->weight.equal(first.inner->weight.to(at::kHalf).to(at::kFloat)));
        QCOMPARE(second.count.item<int>(), 7);
        QVERIFY(second.inner->weight.requires_grad());
    }

    void prefixesShareAFile()
    {
        Net a;
        Net b;
        TensorMap both = tensorsOf(a, "a.");
        both.merge(tensorsOf(b, "b."));
        Net target;
        QVERIFY(assignTensors(target, both, "b."));
        QVERIFY(target.inner->weight.equal(b.inner->weight));
        QVERIFY(says(assignTensors(target, both), "inner.bias is missing")
            || says(assignTensors(target, both), "is missing"));
    }

    void strangersAreNamed()
    {
        Net net;
        const torch::Tensor before = net.inner->weight.detach().clone();
        TensorMap tensors;
        for (const auto& [name, tensor] : tensorsOf(net)) {
            tensors[name] = tensor.detach() + 1;
        }
        TensorMap missing = tensors;
        missing.erase("inner.weight");
        QVERIFY(says(assignTensors(net, missing), "inner.weight is missing"));
        TensorMap extra = tensors;
        extra["inner.wieght"] = torch::zeros({ 1 });
        QVERIFY(says(assignTensors(net, extra), "inner.wieght belongs to no part"));
        TensorMap shape = tensors;
        shape["inner.weight"] = torch::zeros({ 3, 2 });
        QVERIFY(says(assignTensors(net, shape), "inner.weight has the shape [3, 2] where [2, 3]"));
        TensorMap kind = tensors;
        kind["inner.weight"] = torch::zeros({ 2, 3 }, at::kLong);
        QVERIFY(says(assignTensors(net, kind), "inner.weight holds another kind"));
        QVERIFY(net.inner->weight.equal(before)); // none of it went in
        QVERIFY(assignTensors(net, tensors));
        QVERIFY(net.inner->weight.equal(before + 1));
    }

    void floatTensorsAreChecked()
    {
        const std::string bytes = bytesOfTensors(
            { { "h", torch::ones({ 2, 2 }, at::kHalf) }, { "i", torch::ones({ 2 }, at::kLong) } })
                                      .value();
        const SafeTensors file = SafeTensors::fromBytes(bytes).value();
        QCOMPARE(floatTensor(file, "h", { 2, 2 }).value().scalar_type(), at::kFloat);
        QVERIFY(!floatTensor(file, "h", { 4 }));
        QVERIFY(!floatTensor(file, "i", { 2 }));
        QVERIFY(!floatTensor(file, "j", { 2 }));
    }
};

QTEST_GUILESS_MAIN(TensorIoTest)
#include "tensor_io_test.moc"
